"""Challenges that know children's mistakes: content, checks, judge, release. Pure Python without any dependency."""
