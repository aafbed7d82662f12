"""Rules about the events of a whole story: what is told again, which code and actors its other sentences give.

``story`` applies them.
"""
