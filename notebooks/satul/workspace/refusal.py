"""The workspace's own small pages, in the child's language: what leads nowhere, and whether a homework goes out."""

from html import escape
from string import Template

WORDS = {
    "ro": {
        "missing": "Nu găsim provocarea aceasta",
        "missing-why": "Poate adresa are o greșeală sau provocarea s-a mutat. Alege alta de acasă.",
        "full": "Nu putem deschide provocarea acum",
        "full-why": "Atelierul tău nu mai are loc. Spune-i bibliotecarei sau încearcă din nou peste un minut.",
        "closed": "Tema aceasta nu e deschisă",
        "closed-why": "Poate nu a venit încă ziua ei. Celelalte teme sunt acasă.",
        "away": "Clubul nu răspunde acum",
        "away-why": "Ce ai lucrat e salvat. Încearcă din nou peste un minut.",
        "unreadable": "Tema nu poate fi citită",
        "unreadable-why": "Deschide tema, apasă „Salvează” și încearcă din nou.",
        "not-begun": "Încă nu ai deschis tema",
        "not-begun-why": "Deschide-o întâi și lucrează la ea. Apoi o poți preda.",
        "ask": "Predai tema?",
        "ask-why": "Pleacă varianta salvată la $at. O poți preda din nou oricând: contează ultima.",
        "hand-in": "Predau",
        "look": "Mai lucrez",
        "home": "Acasă",
    },
    "en": {
        "missing": "We cannot find this challenge",
        "missing-why": "Perhaps there is a mistake in the address, or the challenge has moved. Choose another one at home.",
        "full": "We cannot open the challenge now",
        "full-why": "There is no room left in your workspace. Tell your librarian, or try again in a minute.",
        "closed": "This homework is not open",
        "closed-why": "Perhaps its day has not come yet. The others are at home.",
        "away": "The club does not answer now",
        "away-why": "Your work is saved. Try again in a minute.",
        "unreadable": "The homework cannot be read",
        "unreadable-why": "Open it, press “Save” and try again.",
        "not-begun": "You have not opened the homework yet",
        "not-begun-why": "Open it first and work on it. Then you can hand it in.",
        "ask": "Hand in the homework?",
        "ask-why": "What you saved at $at goes out. You may hand in again whenever you like: the last one counts.",
        "hand-in": "Hand in",
        "look": "Work on it",
        "home": "Home",
    },
}

_PAGE = Template("""<!doctype html>
<html lang="$language">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #fffaf2; color: #3b2f25;
         font: 20px/1.5 system-ui, sans-serif; text-align: center; }
  main { max-width: 30rem; padding: 2rem; }
  h1 { font-size: 1.6rem; line-height: 1.25; }
  a, button { display: inline-block; min-height: 44px; padding: 0 1.5rem; line-height: 44px; border-radius: 12px;
      border: 0; margin: .25rem; background: #0f766e; color: #fff; text-decoration: none; font: inherit;
      font-weight: 600; line-height: 44px; cursor: pointer; }
  form + a { background: none; color: #0f766e; box-shadow: inset 0 0 0 2px #0f766e; }
  :focus-visible { outline: 3px solid #b45309; outline-offset: 3px; }
</style>
<main>
  <h1>$title</h1>
  <p>$why</p>
  $way_home
</main>
</html>
""")


def page(reason: str, language: str, home_url: str, why: str = "") -> str:
    """The page as HTML. `reason` is a name in WORDS, `why` a sentence instead of its own; without a home no link."""
    words = WORDS[language]
    link = f'<a href="{escape(home_url)}">{words["home"]}</a>' if home_url else ""
    told = escape(why) if why else words[f"{reason}-why"]
    return _PAGE.substitute(language=language, title=words[reason], why=told, way_home=link)


def question(language: str, saved_at: str, xsrf: str, look_url: str) -> str:
    """The page that asks whether the homework goes out; `saved_at` is the time on the child's clock."""
    words = WORDS[language]
    form = (
        f'<form method="post"><input type="hidden" name="_xsrf" value="{escape(xsrf)}">'
        f"<button>{words['hand-in']}</button></form>"
        f'<a href="{escape(look_url)}">{words["look"]}</a>'
    )
    why = Template(words["ask-why"]).substitute(at=escape(saved_at))
    return _PAGE.substitute(language=language, title=words["ask"], why=why, way_home=form)
