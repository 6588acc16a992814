# Until the ball is paid:
