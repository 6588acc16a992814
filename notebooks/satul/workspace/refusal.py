"""The kind page for an address that leads nowhere, in the child's language."""

from html import escape
from string import Template

WORDS = {
    "ro": {
        "missing": "Nu găsim provocarea aceasta",
        "missing-why": "Poate adresa are o greșeală sau provocarea s-a mutat. Alege alta de acasă.",
        "full": "Nu putem deschide provocarea acum",
        "full-why": "Atelierul tău nu mai are loc. Spune-i bibliotecarei sau încearcă din nou peste un minut.",
        "home": "Acasă",
    },
    "en": {
        "missing": "We cannot find this challenge",
        "missing-why": "Perhaps there is a mistake in the address, or the challenge has moved. Choose another one at home.",
        "full": "We cannot open the challenge now",
        "full-why": "There is no room left in your workspace. Tell your librarian, or try again in a minute.",
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
  a { display: inline-block; min-height: 44px; padding: 0 1.5rem; line-height: 44px; border-radius: 12px;
      background: #0f766e; color: #fff; text-decoration: none; font-weight: 600; }
  a:focus-visible { outline: 3px solid #b45309; outline-offset: 3px; }
</style>
<main>
  <h1>$title</h1>
  <p>$why</p>
  $way_home
</main>
</html>
""")


def page(reason: str, language: str, home_url: str) -> str:
    """The page as HTML. `reason` is ``missing`` or ``full``; without a home there is no link."""
    words = WORDS[language]
    link = f'<a href="{escape(home_url)}">{words["home"]}</a>' if home_url else ""
    return _PAGE.substitute(language=language, title=words[reason], why=words[f"{reason}-why"], way_home=link)
