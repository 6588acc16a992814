"""Sessions, consent, erasure, invitations, second factors."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bank_questions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("ro", sa.String(length=240), nullable=False),
        sa.Column("en", sa.String(length=240), nullable=False),
        sa.Column("added_by", sa.String(length=16), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("retired_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_questions")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("paper", sa.String(length=40), nullable=False),
        sa.Column("recorded_by", sa.String(length=16), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_child_id"), ["child_id"], unique=False)

    op.create_table(
        "hand_overs",
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("child_id", name=op.f("pk_hand_overs")),
        sa.UniqueConstraint("digest", name=op.f("uq_hand_overs_digest")),
    )
    op.create_table(
        "erasures",
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("child_id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("club_id", sa.String(length=16), nullable=True),
        sa.Column("invited_by", sa.String(length=16), nullable=False),
        sa.Column("invited_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_invitations_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("digest", name=op.f("uq_invitations_digest")),
    )
    op.create_table(
        "plans",
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("question", sa.String(length=240), nullable=False),
        sa.Column("question_from", sa.String(length=16), nullable=False),
        sa.Column("beginners_set", sa.String(length=48), nullable=True),
        sa.Column("advanced_set", sa.String(length=48), nullable=True),
        sa.Column("warm", sa.Boolean(), nullable=False),
        sa.Column("warmed_at", sa.DateTime(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_plans_club_id")),
        sa.PrimaryKeyConstraint("club_id", name=op.f("pk_plans")),
    )
    op.create_table(
        "second_factors",
        sa.Column("adult_id", sa.String(length=16), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("recovery", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["adult_id"], ["adults.id"], name=op.f("fk_second_factors_adult_id")),
        sa.PrimaryKeyConstraint("adult_id", name=op.f("pk_second_factors")),
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("question", sa.String(length=240), nullable=False),
        sa.Column("question_from", sa.String(length=16), nullable=False),
        sa.Column("beginners_set", sa.String(length=48), nullable=True),
        sa.Column("advanced_set", sa.String(length=48), nullable=True),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("phase_since", sa.DateTime(), nullable=False),
        sa.Column("phase_minutes", sa.Integer(), nullable=False),
        sa.Column("previous_phase", sa.String(length=16), nullable=True),
        sa.Column("previous_since", sa.DateTime(), nullable=True),
        sa.Column("previous_minutes", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("started_by", sa.String(length=16), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("shown_finding", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(length=400), nullable=False),
        sa.Column("reported_at", sa.DateTime(), nullable=True),
        sa.Column("screen_digest", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_sessions_club_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("screen_digest", name=op.f("uq_sessions_screen_digest")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index("ix_sessions_club_id_started_at", ["club_id", "started_at"], unique=False)
        batch_op.create_index(
            "uq_sessions_running",
            ["club_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "first_guesses",
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_first_guesses_child_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_first_guesses_session_id")),
        sa.PrimaryKeyConstraint("session_id", "child_id", name=op.f("pk_first_guesses")),
    )
    with op.batch_alter_table("first_guesses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_first_guesses_child_id"), ["child_id"], unique=False)

    op.create_table(
        "groups",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("sign", sa.String(length=24), nullable=False),
        sa.Column("mediator_id", sa.String(length=16), nullable=True),
        sa.Column("formed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["mediator_id"], ["children.id"], name=op.f("fk_groups_mediator_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_groups_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_groups_session_id"), ["session_id"], unique=False)

    op.create_table(
        "presences",
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("hand_up_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_presences_child_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_presences_session_id")),
        sa.PrimaryKeyConstraint("session_id", "child_id", name=op.f("pk_presences")),
    )
    with op.batch_alter_table("presences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presences_child_id"), ["child_id"], unique=False)

    op.create_table(
        "signs",
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("lost_at", sa.DateTime(), nullable=True),
        sa.Column("acted_at", sa.DateTime(), nullable=True),
        sa.Column("running_since", sa.DateTime(), nullable=True),
        sa.Column("failed_in_a_row", sa.Integer(), nullable=False),
        sa.Column("mistake", sa.String(length=64), nullable=True),
        sa.Column("mistake_in_a_row", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.String(length=48), nullable=True),
        sa.Column("challenge_id", sa.String(length=48), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_signs_child_id")),
        sa.PrimaryKeyConstraint("child_id", name=op.f("pk_signs")),
    )
    op.create_table(
        "wonders",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("hidden_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_wonders_child_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_wonders_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wonders")),
    )
    with op.batch_alter_table("wonders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wonders_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wonders_session_id"), ["session_id"], unique=False)

    op.create_table(
        "pictures",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_pictures_child_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_pictures_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pictures")),
        sa.UniqueConstraint(
            "session_id", "child_id", "digest", name=op.f("uq_pictures_session_id_child_id_digest")
        ),
    )
    with op.batch_alter_table("pictures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pictures_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pictures_session_id"), ["session_id"], unique=False)

    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("group_id", sa.String(length=16), nullable=True),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("sentence", sa.String(length=240), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("picture_words", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_findings_child_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_findings_group_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_findings_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_findings_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_findings_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_findings_session_id"), ["session_id"], unique=False)

    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=16), nullable=False),
        sa.Column("group_id", sa.String(length=16), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_memberships_child_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_memberships_group_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_memberships_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memberships_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_memberships_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_memberships_session_id"), ["session_id"], unique=False)
        batch_op.create_index(
            "uq_memberships_now",
            ["session_id", "child_id"],
            unique=True,
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_memberships_now",
            sqlite_where=sa.text("until IS NULL"),
            postgresql_where=sa.text("until IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_memberships_session_id"))
        batch_op.drop_index(batch_op.f("ix_memberships_group_id"))
        batch_op.drop_index(batch_op.f("ix_memberships_child_id"))

    op.drop_table("memberships")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_findings_session_id"))
        batch_op.drop_index(batch_op.f("ix_findings_group_id"))
        batch_op.drop_index(batch_op.f("ix_findings_child_id"))

    op.drop_table("findings")
    with op.batch_alter_table("pictures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pictures_session_id"))
        batch_op.drop_index(batch_op.f("ix_pictures_child_id"))

    op.drop_table("pictures")
    with op.batch_alter_table("wonders", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wonders_session_id"))
        batch_op.drop_index(batch_op.f("ix_wonders_child_id"))

    op.drop_table("wonders")
    op.drop_table("signs")
    with op.batch_alter_table("presences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presences_child_id"))

    op.drop_table("presences")
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_groups_session_id"))

    op.drop_table("groups")
    with op.batch_alter_table("first_guesses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_first_guesses_child_id"))

    op.drop_table("first_guesses")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_sessions_running",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index("ix_sessions_club_id_started_at")

    op.drop_table("sessions")
    op.drop_table("second_factors")
    op.drop_table("plans")
    op.drop_table("invitations")
    op.drop_table("erasures")
    op.drop_table("hand_overs")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_child_id"))

    op.drop_table("consents")
    op.drop_table("bank_questions")
