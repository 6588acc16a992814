# How did the weather change?
