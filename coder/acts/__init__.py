"""Rules about acts within their sentence: what is one act, who its sides are, whether it is news.

``composition`` and ``events`` apply them. What only the whole story shows belongs into ``stories``.
"""
