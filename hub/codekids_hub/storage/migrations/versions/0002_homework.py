"""homework"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holidays",
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("first", "country", name=op.f("pk_holidays")),
    )
    op.create_table(
        "seasons",
        sa.Column("first", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("first", name=op.f("pk_seasons")),
    )
    op.create_table(
        "assignments",
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=48), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("released_at", sa.DateTime(), nullable=False),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("released_by", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_assignments_club_id")),
        sa.PrimaryKeyConstraint("club_id", "name", name=op.f("pk_assignments")),
    )
    op.create_table(
        "claims",
        sa.Column("fold", sa.String(length=64), nullable=False),
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("mentor_id", sa.String(length=16), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_claims_club_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["adults.id"], name=op.f("fk_claims_mentor_id")),
        sa.PrimaryKeyConstraint("fold", "club_id", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_mentor_id"), ["mentor_id"], unique=False)

    op.create_table(
        "hand_ins",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("club_id", sa.String(length=16), nullable=False),
        sa.Column("assignment", sa.String(length=48), nullable=False),
        sa.Column("child_id", sa.String(length=16), nullable=False),
        sa.Column("partner_id", sa.String(length=16), nullable=True),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("notebooks", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("free_at", sa.DateTime(), nullable=True),
        sa.Column("marked_at", sa.DateTime(), nullable=True),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("max_points", sa.Double(), nullable=True),
        sa.Column("marking", sa.Text(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["children.id"], name=op.f("fk_hand_ins_child_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_hand_ins_club_id")),
        sa.ForeignKeyConstraint(["partner_id"], ["children.id"], name=op.f("fk_hand_ins_partner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_ins")),
        sa.UniqueConstraint("child_id", "key", name=op.f("uq_hand_ins_child_id_key")),
    )
    with op.batch_alter_table("hand_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hand_ins_child_id"), ["child_id"], unique=False)
        batch_op.create_index("ix_hand_ins_club_id_assignment", ["club_id", "assignment"], unique=False)
        batch_op.create_index(batch_op.f("ix_hand_ins_partner_id"), ["partner_id"], unique=False)
        batch_op.create_index("ix_hand_ins_state_received_at", ["state", "received_at"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("hand_in_id", sa.Integer(), nullable=False),
        sa.Column("notebook", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["hand_in_id"], ["hand_ins.id"], name=op.f("fk_feedback_hand_in_id")),
        sa.PrimaryKeyConstraint("hand_in_id", "notebook", name=op.f("pk_feedback")),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("hand_in_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=48), nullable=False),
        sa.Column("fold", sa.String(length=64), nullable=False),
        sa.Column("mentor_id", sa.String(length=16), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("points", sa.Double(), nullable=True),
        sa.Column("from_review", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["hand_in_id"], ["hand_ins.id"], name=op.f("fk_reviews_hand_in_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["adults.id"], name=op.f("fk_reviews_mentor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("hand_in_id", "task", name=op.f("uq_reviews_hand_in_id_task")),
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reviews_fold"), ["fold"], unique=False)

    op.create_table(
        "worries",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("hand_in_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=48), nullable=False),
        sa.Column("mentor_id", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["hand_in_id"], ["hand_ins.id"], name=op.f("fk_worries_hand_in_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["adults.id"], name=op.f("fk_worries_mentor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worries")),
    )
    with op.batch_alter_table("worries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worries_hand_in_id"), ["hand_in_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("worries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worries_hand_in_id"))

    op.drop_table("worries")
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reviews_fold"))

    op.drop_table("reviews")
    op.drop_table("feedback")
    with op.batch_alter_table("hand_ins", schema=None) as batch_op:
        batch_op.drop_index("ix_hand_ins_state_received_at")
        batch_op.drop_index(batch_op.f("ix_hand_ins_partner_id"))
        batch_op.drop_index("ix_hand_ins_club_id_assignment")
        batch_op.drop_index(batch_op.f("ix_hand_ins_child_id"))

    op.drop_table("hand_ins")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claims_mentor_id"))

    op.drop_table("claims")
    op.drop_table("assignments")
    op.drop_table("seasons")
    op.drop_table("holidays")
