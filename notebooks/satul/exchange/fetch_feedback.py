"""Feedback on my hand-ins comes into the workspace, where nbgrader's pages look for it."""

from nbgrader.exchange import abc

from satul.exchange import local_feedback
from satul.exchange.exchange import Exchange
from satul.exchange.matching import matches
from satul.exchange.records import HandIn


class ExchangeFetchFeedback(Exchange, abc.ExchangeFetchFeedback):
    """``nbgrader fetch_feedback``."""

    def init_src(self) -> None:
        """Find my hand-ins."""
        self.require_course()
        found = self.mine(self.club.hand_ins(self.course.course_id))
        self.hand_ins = [each for each in found if matches(self.course.assignment_id, each.assignment_id)]

    def copy_files(self) -> None:
        """Fetch what is new of each."""
        for hand_in in self.hand_ins:
            self._fetch(hand_in)

    def _fetch(self, hand_in: HandIn) -> None:
        folder = local_feedback.folder_of(
            self.local_folder(hand_in.course_id, hand_in.assignment_id), hand_in
        )
        for feedback in hand_in.feedback:
            if not local_feedback.is_current(folder, feedback):
                html = self.club.feedback(hand_in, feedback.notebook)
                self.log.info("Fetched feedback: %s", local_feedback.keep(folder, feedback, html))
        for notebook in sorted(set(hand_in.notebooks) - {each.notebook for each in hand_in.feedback}):
            self.log.warning(
                "Could not find feedback for '%s/%s/%s' submitted at %s",
                hand_in.course_id,
                hand_in.assignment_id,
                notebook,
                hand_in.at,
            )
