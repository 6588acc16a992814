"""The second factor of an adult: a code of six digits from a phone (TOTP, RFC 6238), and ten codes on paper.

The database holds a random seed; the secret that the phone knows is made of the seed and of ``pepper``, a key file. So
neither a stolen copy of the database nor the key file alone makes a code. Each code works once.
"""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from urllib.parse import urlsplit

import pyotp
from sqlalchemy.orm import Session

from codekids_hub import guessing, passwords
from codekids_hub.people import Role, note
from codekids_hub.refusals import N_, NotAllowed, Refusal
from codekids_hub.storage import Database
from codekids_hub.storage.privacy_tables import SecondFactor
from codekids_hub.storage.tables import Adult

REQUIRED, OFFERED, OFF = "required", "offered", "off"
FOR_ROLES = frozenset((Role.COORDINATOR, Role.MENTOR))
"""Who needs one where it is required: they come from anywhere, to many clubs."""

ISSUER = "CODE Kids Hub"
STEP = 30
"""Seconds that a code of the phone lasts."""
DRIFT = 1
"""So many steps a phone's clock may be early or late."""
RECOVERY_CODES = 10
RECOVERY_DIGITS = 10


class WrongCode(Refusal):
    """A code of neither the phone nor the paper."""

    message = N_(
        "This code is not right. Look at the clock of your phone, and type the code that it shows now."
    )
    status = 403


class UsedCode(WrongCode):
    """A code that was used before."""

    message = N_("This code has been used already. Wait until your phone shows the next one.")


class IsSetUp(Refusal):
    """It is set up already, perhaps in another tab."""

    message = N_("Two steps are set up already. Take them off first if you have a new phone.")
    status = 409


class AskAnotherCoordinator(NotAllowed):
    """Nobody resets their own second factor without a code: a page left open would be enough."""

    message = N_("Another coordinator can do this for you, or the operator of the server.")


def is_needed(mode: str, roles: tuple[Role, ...]) -> bool:
    """Whether somebody with these roles has to have one, by the setting ``second_factor``."""
    return mode == REQUIRED and not FOR_ROLES.isdisjoint(roles)


def new_seed() -> str:
    """Something random to make a secret of; it may be seen by the person whom it is for."""
    return secrets.token_hex(20)


def secret_of(seed: str, pepper: str) -> str:
    """The secret that the phone gets: 160 bits, in base32."""
    mixed = hmac.new(bytes.fromhex(pepper), f"second-factor:{seed}".encode(), hashlib.sha256).digest()
    return base64.b32encode(mixed[:20]).decode()


def phone_address(secret: str, name: str, origin: str) -> str:
    """What the QR code holds: phones show it as "CODE Kids Hub (host): name"."""
    return pyotp.TOTP(secret).provisioning_uri(
        name=name, issuer_name=f"{ISSUER} ({urlsplit(origin).hostname or origin})"
    )


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is, of those around now; ``None`` when it is of none."""
    current = int(now.timestamp()) // STEP
    totp = pyotp.TOTP(secret)
    for step in range(current - DRIFT, current + DRIFT + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), code.encode()):
            return step
    return None


def is_set_up(session: Session, adult_id: str) -> bool:
    """Whether the adult has one."""
    return session.get(SecondFactor, adult_id) is not None


def recovery_left(session: Session, adult_id: str) -> int:
    """How many codes on paper still work."""
    row = session.get(SecondFactor, adult_id)
    return len(row.recovery.split()) if row else 0


def set_up(session: Session, adult: Adult, seed: str, code: str, pepper: str, now: datetime) -> list[str]:
    """Set it up with the first code that the phone shows; the codes for the paper are given here once.

    :raises IsSetUp: there is one
    :raises WrongCode: the phone does not know the secret, or its clock is wrong
    """
    if is_set_up(session, adult.id):
        raise IsSetUp()
    step = step_of(secret_of(seed, pepper), digits(code), now)
    if step is None:
        raise WrongCode()
    codes = [
        "".join(secrets.choice("0123456789") for _ in range(RECOVERY_DIGITS)) for _ in range(RECOVERY_CODES)
    ]
    session.add(
        SecondFactor(
            adult_id=adult.id,
            secret=seed,
            confirmed_at=now,
            last_step=step,
            recovery="\n".join(passwords.hash_words(each, pepper) for each in codes),
        )
    )
    note(session, adult.id, "set-up-second-factor", adult.id, now)
    return codes


def check(database: Database, adult_id: str, code: str, pepper: str, now: datetime) -> None:
    """Use a code up. A guess counts before it is looked at; a right one clears the count.

    :raises guessing.TooManyPasswords: too many went wrong
    :raises WrongCode: it is not right, or, as :class:`UsedCode`, was used before
    """
    with database.write() as session:
        try:
            guessing.count(session, guessing.code(adult_id), now)
        except guessing.TooManyGuesses as refusal:
            raise guessing.TooManyPasswords(**refusal.values) from None
    with database.write() as session:
        row = session.get(SecondFactor, adult_id, with_for_update=True)
        if row is None:
            raise WrongCode()
        _use(session, row, digits(code), pepper, now)
        guessing.cleared(session, guessing.code(adult_id))


def reset(session: Session, adult: Adult, actor: str, now: datetime) -> None:
    """Take it away, with the count of wrong codes; doing it twice changes nothing."""
    row = session.get(SecondFactor, adult.id)
    if row is not None:
        session.delete(row)
        guessing.cleared(session, guessing.code(adult.id))
        note(session, actor, "reset-second-factor", adult.id, now)


def digits(code: str) -> str:
    """A code as it is meant: people and phones put spaces into it."""
    return "".join(code.split())[:40]


def _use(session: Session, row: SecondFactor, code: str, pepper: str, now: datetime) -> None:
    step = step_of(secret_of(row.secret, pepper), code, now)
    if step is not None:
        if step <= row.last_step:
            raise UsedCode()
        row.last_step = step
        return
    hashes = row.recovery.split()
    if not (len(code) == RECOVERY_DIGITS and code.isascii() and code.isdigit()):
        raise WrongCode()
    used = next((each for each in hashes if passwords.matches(each, code, pepper)), None)
    if used is None:
        raise WrongCode()
    hashes.remove(used)
    row.recovery = "\n".join(hashes)
    note(session, row.adult_id, "use-recovery-code", row.adult_id, now)
