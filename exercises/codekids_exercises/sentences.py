"""What the judge itself says, in every language. Sentences about a task come from the task's own words."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([a-z]+)\}")

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "blank": {
        "ro": "Codul este încă așa cum l-ai primit. Schimbă ceva sau scrie ceva al tău, apoi verifică din nou.",
        "en": "The code is still as you got it. Change something or write something of yours, then check again.",
    },
    "loop-line": {
        "ro": "Programul se învârte la nesfârșit pe la linia {line}. L-am oprit. "
        "Care linie din buclă schimbă condiția?",
        "en": "The program goes round and round near line {line}. We stopped it. "
        "Which line of the loop changes the condition?",
    },
    "loop": {
        "ro": "Programul nu se mai termină. L-am oprit. Ce trebuie să se întâmple ca să se oprească singur?",
        "en": "The program does not end. We stopped it. What must happen so that it stops by itself?",
    },
    "stopped": {
        "ro": "Programul nu se mai termină. L-am oprit.",
        "en": "The program does not end. We stopped it.",
    },
    "flood": {
        "ro": "Programul afișează fără oprire. L-am oprit. Care linie ar trebui să încheie bucla?",
        "en": "The program prints and prints. We stopped it. Which line should end the loop?",
    },
    "asked": {
        "ro": "Programul pune mai multe întrebări decât cere sarcina. Numără apelurile input().",
        "en": "The program asks more questions than the task needs. Count your input() calls.",
    },
    "gone": {
        "ro": "Programul a închis Python cu totul. Scoate linia care face asta și verifică din nou.",
        "en": "The program shut Python down. Take out the line that does this and check again.",
    },
    "where": {"ro": "Linia {line}: {error}", "en": "Line {line}: {error}"},
    "call-gives": {
        "ro": "`{call}` trebuie să dea {wanted}. La tine dă {got}.",
        "en": "`{call}` should give {wanted}. Yours gives {got}.",
    },
    "call-other-type": {
        "ro": "`{call}` trebuie să dea {wanted}. La tine dă {got}: e alt fel de valoare.",
        "en": "`{call}` should give {wanted}. Yours gives {got}: another kind of value.",
    },
    "call-changed-argument": {
        "ro": "`{call}` dă ce trebuie, dar strică lista primită. Lasă lista așa cum era.",
        "en": "`{call}` gives the right value but spoils the list it got. Leave the list as it was.",
    },
    "call-stopped": {
        "ro": "`{call}` trebuie să dea {wanted}. La tine se oprește cu {kind}.",
        "en": "`{call}` should give {wanted}. Yours stops with {kind}.",
    },
    "no-function": {
        "ro": "Nu găsesc funcția `{function}`. Verifică numele de după `def`.",
        "en": "There is no function `{function}`. Look at the name after `def`.",
    },
    "call-just-stopped": {
        "ro": "`{call}` se oprește cu {kind}.",
        "en": "`{call}` stops with {kind}.",
    },
    "trait-list": {
        "ro": "{what} trebuie să fie o listă. La tine este {got}.",
        "en": "{what} should be a list. Yours is {got}.",
    },
    "trait-dict": {
        "ro": "{what} trebuie să fie un dicționar. La tine este {got}.",
        "en": "{what} should be a dictionary. Yours is {got}.",
    },
    "trait-tuple": {
        "ro": "{what} trebuie să fie un tuplu. La tine este {got}.",
        "en": "{what} should be a tuple. Yours is {got}.",
    },
    "trait-int": {
        "ro": "{what} trebuie să fie un număr întreg. La tine este {got}.",
        "en": "{what} should be a whole number. Yours is {got}.",
    },
    "trait-float": {
        "ro": "{what} trebuie să fie un număr cu punct. La tine este {got}.",
        "en": "{what} should be a number with a point. Yours is {got}.",
    },
    "trait-number": {
        "ro": "{what} trebuie să fie un număr. La tine este {got}.",
        "en": "{what} should be a number. Yours is {got}.",
    },
    "trait-str": {
        "ro": "{what} trebuie să fie un text. La tine este {got}.",
        "en": "{what} should be a text. Yours is {got}.",
    },
    "trait-bool": {
        "ro": "{what} trebuie să fie True sau False. La tine este {got}.",
        "en": "{what} should be True or False. Yours is {got}.",
    },
    "trait-no-number": {
        "ro": "{what} trebuie să aibă numai numere. La tine este {got}.",
        "en": "{what} should hold numbers only. Yours is {got}.",
    },
    "trait-within": {
        "ro": "{what} trebuie să dea numere de la {least} la {most}. La tine apare {got}.",
        "en": "{what} should give numbers from {least} to {most}. Yours has {got}.",
    },
    "trait-total": {
        "ro": "{what}: numerele adunate trebuie să facă {wanted}. La tine fac {got}.",
        "en": "{what}: all numbers together should make {wanted}. Yours make {got}.",
    },
    "trait-length": {
        "ro": "{what} trebuie să aibă lungimea {wanted}. La tine are {got}.",
        "en": "{what} should have the length {wanted}. Yours has {got}.",
    },
    "trait-different": {
        "ro": "{what}: prea multe valori sunt la fel. Diferite sunt {got}, iar aici trebuie măcar {wanted}.",
        "en": "{what}: too many values are alike. There are {got} different ones, and at least {wanted} are needed.",
    },
    "trait-missing": {
        "ro": "{what} nu are încă „{key}”.",
        "en": "{what} has no “{key}” yet.",
    },
    "trait-thin": {
        "ro": "La „{key}” mai scrie, cu cuvintele tale.",
        "en": "Write more at “{key}”, in your own words.",
    },
    "twice-other": {
        "ro": "A doua oară nu mai arată la fel. Ce a rămas din prima rulare?",
        "en": "The second time it does not show the same. What is left over from the first run?",
    },
    "twice-stopped": {
        "ro": "Prima dată merge, a doua oară se oprește cu {kind}.",
        "en": "It works the first time and stops with {kind} the second time.",
    },
    "once-stopped": {
        "ro": "Se oprește cu {kind}.",
        "en": "It stops with {kind}.",
    },
    "not-looked": {
        "ro": "Aici nu am putut privi încă.",
        "en": "We could not look at this yet.",
    },
    "other-values": {
        "ro": "Cu alte valori nu merge încă. Ce s-ar putea schimba?",
        "en": "With other values it does not work yet. What could be different?",
    },
    "no-name": {
        "ro": "Nu găsesc variabila `{name}`. Verifică numele ei.",
        "en": "There is no variable `{name}`. Look at its name.",
    },
    "name-holds": {
        "ro": "`{name}` trebuie să fie {wanted}. La tine este {got}.",
        "en": "`{name}` should be {wanted}. Yours is {got}.",
    },
    "printed": {
        "ro": "Trebuie să apară „{wanted}”. La tine apare „{got}”.",
        "en": "It should show “{wanted}”. Yours shows “{got}”.",
    },
    "printed-with": {
        "ro": "Cu răspunsul „{inputs}” trebuie să apară „{wanted}”. La tine apare „{got}”.",
        "en": "With the answer “{inputs}” it should show “{wanted}”. Yours shows “{got}”.",
    },
    "printed-with-more": {
        "ro": "Cu răspunsurile „{inputs}” trebuie să apară „{wanted}”. La tine apare „{got}”.",
        "en": "With the answers “{inputs}” it should show “{wanted}”. Yours shows “{got}”.",
    },
    "no-chart": {"ro": "Nu văd încă niciun grafic.", "en": "There is no chart yet."},
    "no-control": {
        "ro": "Nu văd încă niciun buton și niciun glisor.",
        "en": "There is no button and no slider yet.",
    },
    "mesh-none": {
        "ro": "`{call}` nu dă textul unui obiect. Începe cu `solid` și are fațete.",
        "en": "`{call}` does not give the text of an object. It begins with `solid` and has facets.",
    },
    "mesh-open": {
        "ro": "La `{call}` obiectul are goluri: {seen} din margini nu se lipesc de alta.",
        "en": "With `{call}` the object has holes: {seen} of the edges meet no other one.",
    },
    "mesh-inside-out": {
        "ro": "La `{call}` obiectul e întors pe dos: privite din afară, colțurile merg invers acelor de ceas.",
        "en": "With `{call}` the object is inside out: seen from outside, corners go counter-clockwise.",
    },
    "mesh-size": {
        "ro": "La `{call}` obiectul trebuie să fie {wanted} mm. La tine este {seen} mm.",
        "en": "With `{call}` the object should be {wanted} mm. Yours is {seen} mm.",
    },
    "mesh-volume": {
        "ro": "La `{call}` volumul trebuie să fie {wanted}. La tine este {seen}.",
        "en": "With `{call}` the volume should be {wanted}. Yours is {seen}.",
    },
    "page-none": {
        "ro": "Aici nu găsesc o pagină: un text cu semne ca `<h1>`.",
        "en": "There is no page here: a text with signs like `<h1>`.",
    },
    "page-outside": {
        "ro": "Pagina are nevoie de ceva din afară sau pornește ceva: {seen}.",
        "en": "The page needs something from outside or starts something: {seen}.",
    },
    "page-personal": {
        "ro": "Pe pagină e ceva despre o persoană: {seen}. Scoate-l.",
        "en": "The page holds something about a person: {seen}. Take it out.",
    },
    "missing-colon": {
        "ro": "La capătul liniei {line} lipsesc două puncte (:). Ele spun: urmează un grup de linii.",
        "en": "Line {line} needs a colon (:) at its end. It says: a group of lines follows.",
    },
    "strange-sign": {
        "ro": "Pe linia {line} e un semn pe care Python nu îl cunoaște. Poate e o liniuță lungă sau un spațiu special: șterge-l și scrie-l din nou.",
        "en": "There is a sign on line {line} that Python does not know. It may be a long dash or a special space: delete it and write it again.",
    },
    "curly-quotes": {
        "ro": 'Pe linia {line} sunt ghilimele rotunde. Python le vrea drepte: "așa".',
        "en": 'Line {line} has curly quotes. Python wants straight ones: "like this".',
    },
    "semicolon": {
        "ro": "Pe linia {line} este ; (punct și virgulă). Python vrea aici două puncte (:) sau nimic.",
        "en": "Line {line} has a semicolon (;). Python wants a colon (:) here, or nothing.",
    },
    "open-bracket": {
        "ro": "Pe linia {line} o paranteză s-a deschis și nu s-a închis.",
        "en": "On line {line} a bracket was opened and not closed.",
    },
    "extra-bracket": {
        "ro": "Pe linia {line} este o paranteză în plus sau de alt fel.",
        "en": "Line {line} has one bracket too many, or of another kind.",
    },
    "open-text": {
        "ro": "Pe linia {line} un text începe cu ghilimele și nu se termină cu ghilimele.",
        "en": "On line {line} a text begins with a quote and does not end with one.",
    },
    "no-indent": {
        "ro": "Linia {line} trebuie împinsă la dreapta cu patru spații: ea face parte din grup.",
        "en": "Line {line} must move right by four spaces: it belongs to the group.",
    },
    "odd-indent": {
        "ro": "Linia {line} nu începe drept sub celelalte. Numără spațiile din fața ei.",
        "en": "Line {line} does not start straight under the others. Count the spaces before it.",
    },
    "one-equals": {
        "ro": "Pe linia {line} compari? Atunci scrie == cu două semne. Un singur = dă o valoare.",
        "en": "Do you compare on line {line}? Then write == with two signs. One = gives a value.",
    },
    "old-print": {
        "ro": "Pe linia {line} lipsesc parantezele: print(...).",
        "en": "Line {line} needs brackets: print(...).",
    },
    "syntax": {
        "ro": "Python nu poate citi linia {line}. Compar-o semn cu semn cu un exemplu.",
        "en": "Python cannot read line {line}. Compare it sign by sign with an example.",
    },
    "capital": {
        "ro": "Python nu știe {name}. Nu cumva este {near}? Literele mari contează.",
        "en": "Python does not know {name}. Is it {near}? Capital letters matter.",
    },
    "near-name": {
        "ro": "Python nu știe {name}. Nu cumva este {near}?",
        "en": "Python does not know {name}. Is it {near}?",
    },
    "unquoted": {
        "ro": 'Python caută ceva numit {name}. Dacă este un text, pune-l între ghilimele: "{name}".',
        "en": 'Python looks for something called {name}. If it is a text, put quotes round it: "{name}".',
    },
    "unknown-name": {
        "ro": "Python nu știe {name}. Verificarea pornește de la zero: tot ce folosești se scrie în această celulă.",
        "en": "Python does not know {name}. A check starts from nothing: write all that you use in this cell.",
    },
    "never-changes": {
        "ro": "În bucla de la linia {line} nimic nu schimbă {name}. De aceea nu se mai termină.",
        "en": "Nothing in the loop at line {line} changes {name}. That is why it does not end.",
    },
    "print-for-return": {
        "ro": "Funcția {function} afișează pe linia {line}, dar nu dă nimic înapoi. Ce face return?",
        "en": "The function {function} shows something on line {line}, but gives nothing back. What does return do?",
    },
    "nothing-returned": {
        "ro": "Funcția {function} se termină la linia {line} și nu dă nimic înapoi. Cu ce cuvânt dă o funcție o valoare?",
        "en": "The function {function} ends at line {line} and gives nothing back. Which word gives a value back?",
    },
    "returns-too-early": {
        "ro": "return de pe linia {line} stă în buclă, așa că funcția se oprește la primul pas. Cât de la stânga trebuie să fie?",
        "en": "The return on line {line} stands inside the loop, so the function ends in the first round. How far left should it be?",
    },
    "starts-again": {
        "ro": "Linia {line} stă în buclă, așa că {name} o ia de la capăt la fiecare pas. Unde trebuie să pornească?",
        "en": "Line {line} stands inside the loop, so {name} starts again in every round. Where should it start?",
    },
    "always-true": {
        "ro": "Pe linia {line}, {text} singur după or e mereu adevărat. Scrie toată comparația încă o dată.",
        "en": "On line {line}, {text} alone after or is always true. Write the whole comparison again.",
    },
    "compares-to-give": {
        "ro": "Pe linia {line}, == doar compară. Ca {name} să primească o valoare, scrie un singur =.",
        "en": "On line {line}, == only compares. To give {name} a value, write one =.",
    },
    "no-brackets": {
        "ro": "Pe linia {line}, {name} nu are paranteze, așa că nu se întâmplă nimic. Scrie {name}(...).",
        "en": "On line {line}, {name} has no brackets, so nothing happens. Write {name}(...).",
    },
    "forgotten-text": {
        "ro": "Linia {line} face un text nou, dar nimeni nu îl păstrează: {name} rămâne cum era.",
        "en": "Line {line} makes a new text, but nobody keeps it: {name} stays as it was.",
    },
    "nothing-kept": {
        "ro": "Pe linia {line}, {function} schimbă lista pe loc și nu dă nimic înapoi. Scrie linia fără =.",
        "en": "On line {line}, {function} changes the list itself and gives nothing back. Write the line without =.",
    },
    "text-is-no-number": {
        "ro": "Pe linia {line}, {name} este un text de la input() și îl compari cu un număr. Ce face int()?",
        "en": "On line {line}, {name} is a text from input(), and you compare it with a number. What does int() do?",
    },
    "not-the-parameter": {
        "ro": "Funcția {function} primește {name} pe linia {line}, dar nu se uită la el.",
        "en": "The function {function} gets {name} on line {line}, but never looks at it.",
    },
    "parameter-replaced": {
        "ro": "Pe linia {line} îi dai lui {name} altă valoare, iar ce a primit funcția se pierde.",
        "en": "Line {line} gives {name} another value, and what the function got is lost.",
    },
    "loop-takes-the-list": {
        "ro": "Pe linia {line}, {name} este și lista, și elementul ei. Dă-i elementului alt nume.",
        "en": "On line {line}, {name} is both the list and its item. Give the item another name.",
    },
    "compared-with-text": {
        "ro": "Pe linia {line} compari un text cu un număr. Ce răspunde input() este mereu text.",
        "en": "Line {line} compares a text with a number. What input() gives is always text.",
    },
    "text-and-number": {
        "ro": "Pe linia {line} se adună un text cu un număr. Ce răspunde input() este mereu text.",
        "en": "Line {line} adds a text and a number. What input() gives is always text.",
    },
    "with-none": {
        "ro": "Pe linia {line} calculezi cu None, adică cu nimic. Verifică întâi dacă există o valoare.",
        "en": "Line {line} calculates with None, which is nothing. First ask whether there is a value.",
    },
    "arguments": {
        "ro": "Pe linia {line} sunt prea multe sau prea puține valori între paranteze.",
        "en": "Line {line} has too many or too few values in the brackets.",
    },
    "not-callable": {
        "ro": "Pe linia {line} chemi ceva care nu este funcție. Ai folosit un nume de două ori?",
        "en": "Line {line} calls something that is no function. Did you use a name twice?",
    },
    "not-a-number": {
        "ro": "Pe linia {line} un text nu poate deveni număr.",
        "en": "On line {line} a text cannot become a number.",
    },
    "past-the-end": {
        "ro": "Pe linia {line} ceri un loc care nu există în listă. Locurile se numără de la 0.",
        "en": "Line {line} asks for a place that the list does not have. Places count from 0.",
    },
    "by-zero": {
        "ro": "Pe linia {line} se împarte la zero. Când este lista goală?",
        "en": "Line {line} divides by zero. When is the list empty?",
    },
    "no-such-key": {
        "ro": "Pe linia {line} cauți o cheie care nu este în dicționar.",
        "en": "Line {line} looks for a key that is not in the dictionary.",
    },
    "calls-itself": {
        "ro": "O funcție se cheamă pe ea însăși fără oprire. Ce ar trebui s-o oprească?",
        "en": "A function calls itself for ever. What should stop it?",
    },
    "exit": {
        "ro": "Linia {line} închide programul. Scoate exit() și verifică din nou.",
        "en": "Line {line} ends the program. Take exit() out and check again.",
    },
    "other": {
        "ro": "Python s-a oprit la linia {line}. Ce ar trebui să facă linia aceasta?",
        "en": "Python stopped at line {line}. What should this line do?",
    },
}


def say(sentence: str, language: str, words: Mapping[str, object] | None = None) -> str:
    """The sentence in that language, its places filled; a place without a word stays empty."""
    known = words or {}
    return _PLACE.sub(lambda found: str(known.get(found[1], "")), SENTENCES[sentence][language])


def fill(text: str, words: Mapping[str, object]) -> str:
    """Fill the places `{word}` of a text; braces that are no place of ours, as in an f-string, stay as they are."""
    return _PLACE.sub(lambda found: str(words.get(found[1], found[0])), text)


def places(text: str) -> set[str]:
    """The places of a sentence."""
    return set(_PLACE.findall(text))
