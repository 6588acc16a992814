"""The words that a child may write: the one table of commands, and how each is spelled in Romanian.

Both languages are always there; ``exercises/sets/names.toml`` lists the same words for the notebooks' texts.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from satul import (
    challenge,
    charts,
    controls,
    going_back,
    guessing,
    handing_in,
    notebook,
    objects,
    ordering,
    pages,
    showing,
    turtle,
)
from satul.commands import Command, spelled


class _Word(NamedTuple):
    action: Callable[..., Any]
    romanian: str
    example: str
    romanian_example: str


_WORDS = (
    _Word(turtle.forward, "inainte", "(100)", "(100)"),
    _Word(turtle.back, "inapoi", "(100)", "(100)"),
    _Word(turtle.left, "stanga", "(90)", "(90)"),
    _Word(turtle.right, "dreapta", "(90)", "(90)"),
    _Word(turtle.pen_up, "creion_sus", "()", "()"),
    _Word(turtle.pen_down, "creion_jos", "()", "()"),
    _Word(turtle.color, "culoare", '("red")', '("rosu")'),
    _Word(turtle.width, "grosime", "(5)", "(5)"),
    _Word(turtle.fill_start, "incepe_umplerea", '("yellow")', '("galben")'),
    _Word(turtle.fill_end, "termina_umplerea", "()", "()"),
    _Word(turtle.jump_to, "sari_la", "(50, 100)", "(50, 100)"),
    _Word(turtle.circle, "cerc", "(40)", "(40)"),
    _Word(turtle.clear_drawing, "sterge_desenul", "()", "()"),
    _Word(charts.line_chart, "grafic_linii", "([3, 5, 2])", "([3, 5, 2])"),
    _Word(charts.bar_chart, "grafic_bare", "([3, 5, 2])", "([3, 5, 2])"),
    _Word(controls.interact, "interactiv", "(area, width=slider(0, 30))", "(aria, latime=glisor(0, 30))"),
    _Word(controls.slider, "glisor", "(0, 30)", "(0, 30)"),
    _Word(
        objects.facet, "fateta", "((0, 0, 0), (10, 0, 0), (0, 10, 0))", "((0, 0, 0), (10, 0, 0), (0, 10, 0))"
    ),
    _Word(objects.solid, "corp", '("box", facets)', '("cutie", fatete)'),
    _Word(objects.show_object, "arata_obiectul", "(box(20, 10, 5))", "(cutie(20, 10, 5))"),
    _Word(pages.show_page, "arata_pagina", "(page)", "(pagina)"),
    _Word(
        challenge.begin, "incepe", '("draw-the-village/a-house", "en")', '("draw-the-village/a-house", "ro")'
    ),
    _Word(guessing.guess_first, "ghiceste_intai", "()", "()"),
    _Word(ordering.order_blocks, "pune_in_ordine", "()", "()"),
    _Word(challenge.check, "verifica", '("make")', '("make")'),
    _Word(challenge.hint, "indiciu", '("make")', '("make")'),
    _Word(handing_in.hand_in, "preda", "()", "()"),
    _Word(showing.show_to_all, "arata_tuturor", "()", "()"),
    _Word(going_back.bring_back, "adu_inapoi", "()", "()"),
    _Word(going_back.start_again, "de_la_capat", "()", "()"),
)

ROMANIAN: dict[str, str] = {entry.action.__name__: entry.romanian for entry in _WORDS}

ROMANIAN_PARAMETERS: dict[str, str] = {
    "steps": "pasi",
    "degrees": "grade",
    "name": "nume",
    "size": "marime",
    "color": "culoare",
    "radius": "raza",
    "values": "valori",
    "labels": "etichete",
    "title": "titlu",
    "x_label": "eticheta_x",
    "y_label": "eticheta_y",
    "y_from": "y_de_la",
    "function": "functie",
    "least": "minim",
    "most": "maxim",
    "start": "inceput",
    "step": "pas",
    "facets": "fatete",
    "task": "sarcina",
    "language": "limba",
}


def public_namespace() -> dict[str, Command]:
    """Every word of satul in both languages, ready for ``from satul import *``."""
    words: dict[str, Command] = {}
    for entry in _WORDS:
        english = entry.action.__name__
        for name, parameters, example in (
            (english, {}, entry.example),
            (entry.romanian, ROMANIAN_PARAMETERS, entry.romanian_example),
        ):
            words[name] = Command(name, entry.action, parameters, name + example, notebook.attend)
    return words


spelled({english: {"ro": romanian} for english, romanian in (ROMANIAN_PARAMETERS | ROMANIAN).items()})
