votes = []
yes_votes = 0
for vote in votes:
    if vote == "yes":
        yes_votes = yes_votes + 1
if len(votes) == 0:
    share = "nobody voted"
else:
    share = yes_votes / len(votes)
print(share)
