"""Two steps at the real login: a coordinator comes by an invitation, sets the second step up, and logs in with both."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pyotp

from evening.club_visitors import HOME, Evening, Visitor

LogIn = Callable[..., Visitor]
GUEST = {"name": "nicoleta", "password": "trei cuvinte la drum"}
LOGIN = {"username": GUEST["name"], "password": GUEST["password"]}


def found(pattern: str, text: str) -> str:
    """What a page holds."""
    match = re.search(pattern, text)
    assert match, text
    return match[1]


def second_step(visitor: Visitor, page: str, code: str) -> int:
    """Send the code from the page on which it is asked for."""
    data = {"_xsrf": found(r'name="_xsrf" value="([^"]+)"', page), "code": code}
    return visitor.http.post("/hub/login", data=data).status_code


def test_a_coordinator_comes_by_a_link_and_logs_in_in_two_steps(evening: Evening, log_in: LogIn) -> None:
    ioana, guest = log_in(**evening.password("coordinator")), log_in()
    form = {"xsrf": ioana.xsrf(), "role": "coordinator"}
    page = ioana.http.post(f"{HOME}programme/invitations", data=form).text
    invited = found(r"(/services/club/invited/[\w-]+)", page)
    assert guest.http.post(invited, data=GUEST).status_code == 303
    assert guest.follow(invited).status_code == 404

    guest.log_in(**LOGIN)
    set_up = guest.follow(f"{HOME}second-factor").text
    phone = pyotp.TOTP(found(r'class="spelt">([A-Z2-7 ]+)<', set_up).replace(" ", ""))
    seed = found(r'name="seed" value="([0-9a-f]{40})"', set_up)
    code = phone.at(datetime.now(UTC) - timedelta(seconds=30))
    done = guest.http.post(f"{HOME}second-factor", data={"xsrf": guest.xsrf(), "seed": seed, "code": code})
    paper = re.findall(r'class="digits">([\d ]+)<', done.text)
    assert len(paper) == 10

    guest.follow("/hub/logout")
    asked = guest.offer(**LOGIN)
    assert asked.status_code == 200 and 'name="code"' in asked.text
    assert guest.follow(HOME).url.path == "/hub/login", "the password alone opens nothing"
    assert second_step(guest, asked.text, code) == 403, "it was used to set up"
    assert second_step(guest, asked.text, phone.now()) == 302
    assert guest.follow(f"{HOME}programme/people").status_code == 200

    other = log_in()
    asked = other.offer(**LOGIN)
    assert second_step(log_in(), log_in().follow("/hub/login").text, paper[0]) == 403, (
        "another browser has no first step"
    )
    assert second_step(other, asked.text, paper[0]) == 302

    page = ioana.follow(f"{HOME}programme/people?q={GUEST['name']}").text
    address = found(rf'href="({HOME}programme/people/\w+)">{GUEST["name"]}<', page)
    assert ioana.http.post(f"{address}/remove", data={"xsrf": ioana.xsrf()}).status_code == 303
    assert (
        other.follow(HOME).status_code in (403, 200)
        and other.follow(f"{HOME}programme/people").status_code != 200
    )
    assert log_in().offer(**LOGIN).status_code == 403
