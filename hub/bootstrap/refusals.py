"""Why an environment could not be made: one sentence each, in English and Romanian."""

import os


class Refusal(Exception):
    """What stops the launcher; its sentence says what to do."""

    english = "The environment could not be made."
    romanian = "Mediul nu a putut fi făcut."

    def __init__(self, **words: object) -> None:
        super().__init__(self.english.format(**words))
        self._words = words

    def sentences(self) -> list[str]:
        """Return the English sentence, then the Romanian one for a Romanian machine."""
        sentences = [self.english.format(**self._words)]
        if speaks_romanian():
            sentences.append(self.romanian.format(**self._words))
        return sentences


class NoNetwork(Refusal):
    """A package registry did not answer."""

    english = (
        "The package registry could not be reached ({step}). Check the internet line (and the proxy "
        "settings), then start again: what was fetched is kept."
    )
    romanian = (
        "Registrul de pachete nu răspunde ({step}). Verifică internetul (și setările de proxy), "
        "apoi pornește din nou: ce s-a descărcat se păstrează."
    )


class UntrustedLine(Refusal):
    """A registry's certificate is signed by somebody whom this machine does not know."""

    english = (
        "The package registry's certificate is not trusted here ({step}). If your network has its own "
        "certificate, name its file in SSL_CERT_FILE, then start again."
    )
    romanian = (
        "Certificatul registrului de pachete nu este recunoscut aici ({step}). Dacă rețeaua are "
        "certificatul ei, pune-i fișierul în SSL_CERT_FILE, apoi pornește din nou."
    )


class FullDisk(Refusal):
    """There is too little room for the environment."""

    english = "The disk is too full: about {needed} MB are needed in {folder}. Make room, then start again."
    romanian = (
        "Discul este prea plin: e nevoie de circa {needed} MB în {folder}. Fă loc, apoi pornește din nou."
    )


class FolderNotWritable(Refusal):
    """The project folder belongs to somebody else, or to a read-only disk."""

    english = "{folder} cannot be written ({reason}). Start as the user that the project folder belongs to."
    romanian = (
        "În {folder} nu se poate scrie ({reason}). Pornește ca utilizatorul căruia îi aparține folderul."
    )


class ChangedPackage(Refusal):
    """A package has another hash than the lock says."""

    english = (
        "A downloaded package is not the one that codekids.lock names ({step}), so it was not installed. "
        "The registry or the line may be at fault; details are in {log}."
    )
    romanian = (
        "Un pachet descărcat nu este cel din codekids.lock ({step}), deci nu a fost instalat. "
        "Vina poate fi a registrului sau a rețelei; detalii în {log}."
    )


class StillRunning(Refusal):
    """The environment is to be renewed while somebody works in it."""

    english = (
        "The environment must be renewed, but another ./codekids still runs from this folder. "
        "Stop that one, then start again."
    )
    romanian = (
        "Mediul trebuie înnoit, dar un alt ./codekids rulează din acest folder. "
        "Oprește-l pe acela, apoi pornește din nou."
    )


class NoBrowser(Refusal):
    """The tests and ``bench line`` need a browser that is not to be had."""

    english = (
        "The tests and bench line need Chromium, and none is installed or could be downloaded. Install it (on Debian: "
        "apt install chromium), or name one in CODEKIDS_CHROMIUM, then start again."
    )
    romanian = (
        "Testele și bench line au nevoie de Chromium; nu este instalat și nu a putut fi descărcat. Instalează-l "
        "(pe Debian: apt install chromium) sau numește unul în CODEKIDS_CHROMIUM, apoi pornește din nou."
    )


class StepFailed(Refusal):
    """Anything else; the log knows."""

    english = (
        "Setting up stopped at: {step}. The reason is at the end of {log}; a new start goes on from here."
    )
    romanian = (
        "Pregătirea s-a oprit la: {step}. Motivul e la sfârșitul fișierului {log}; "
        "o nouă pornire continuă de aici."
    )


class Interrupted(Refusal):
    """Ctrl-C, or a polite kill."""

    english = "Stopped. Nothing is broken: the next start goes on from here."
    romanian = "Oprit. Nimic nu e stricat: următoarea pornire continuă de aici."


SIGNS: tuple[tuple[type[Refusal], tuple[str, ...]], ...] = (
    (FullDisk, ("no space left on device", "enospc", "os error 28", "disk quota exceeded")),
    (ChangedPackage, ("hash mismatch", "do not match the hashes", "eintegrity")),
    (UntrustedLine, ("certificate", "unknownissuer", "unable_to_get_issuer", "self_signed_cert")),
    (
        NoNetwork,
        (
            "error sending request",
            "failed to fetch",
            "dns error",
            "timed out",
            "timeout",
            "connection refused",
            "connection reset",
            "name resolution",
            "name or service not known",
            "network is unreachable",
            "failed to establish a new connection",
            "econnrefused",
            "econnreset",
            "enotfound",
            "eai_again",
            "etimedout",
            "enetunreach",
        ),
    ),
)


def explain(output: str, **words: object) -> Refusal:
    """Return the refusal that a failed command's output tells of."""
    said = output.lower()
    for refusal, signs in SIGNS:
        if any(sign in said for sign in signs):
            return refusal(**words)
    return StepFailed(**words)


def speaks_romanian() -> bool:
    """Return whether the machine's messages are in Romanian."""
    chosen = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((value for value in chosen if value), "").startswith("ro")
