"""`python -m zjtx_cli` is the same as `zjtx`."""

from zjtx_cli.cli.app import run

if __name__ == "__main__":
    run()
