"""What the linter says: findings, and for every challenge and language which rules were looked at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codekids_exercises.rules.base import PAGE, Finding
from codekids_exercises.rules.registry import explained

REPORT_FORMAT = 1


@dataclass(frozen=True)
class Proof:
    """A set, challenge or homework in one language, with every rule that was looked at and how often it was broken.

    `kind` is set, challenge or homework; `where` its name. Rules cannot be waived: each that belongs to the kind is here.
    """

    where: str
    kind: str
    level: str
    language: str
    rules: Mapping[str, int]


@dataclass(frozen=True)
class Report:
    """All findings and proofs. Green when there is no finding."""

    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]

    def to_json(self) -> dict[str, Any]:
        """The report as plain JSON."""
        broken = Counter(finding.rule for finding in self.findings)
        proved = Counter(rule for proof in self.proofs for rule in proof.rules)
        rules = {"schema": "Every file can be read.", **explained()}
        return {
            "format": REPORT_FORMAT,
            "counts": self.counts(),
            "rules": {
                name: {
                    "page": f"{PAGE}#{name}",
                    "explained": text,
                    "looked_at": proved[name],
                    "findings": broken[name],
                }
                for name, text in rules.items()
            },
            "findings": [
                {
                    "rule": one.rule,
                    "where": one.where,
                    "language": one.language,
                    "message": one.message,
                    "page": one.page,
                }
                for one in self.findings
            ],
            "proofs": [
                {
                    "where": one.where,
                    "kind": one.kind,
                    "level": one.level,
                    "language": one.language,
                    "rules": dict(one.rules),
                }
                for one in self.proofs
            ],
        }

    def counts(self) -> dict[str, Any]:
        """How much was looked at."""
        there = {kind: {one.where for one in self.proofs if one.kind == kind} for kind in _KINDS}
        return {
            "sets": len(there["set"]),
            "challenges": len(there["challenge"]),
            "homeworks": len(there["homework"]),
            "languages": sorted({one.language for one in self.proofs}),
            "rules": len({rule for one in self.proofs for rule in one.rules}),
            "proved": sum(number == 0 for one in self.proofs for number in one.rules.values()),
            "findings": len(self.findings),
        }


_KINDS = ("set", "challenge", "homework")
