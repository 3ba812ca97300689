"""zjtx: a policy adviser for cities that want to cultivate 专精特新 firms."""

__version__ = "0.1.0"
