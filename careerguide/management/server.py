"""Run `careerguide.server.granian` under the name that start commands have for it."""

import runpy

if __name__ == "__main__":
    runpy.run_module("careerguide.server.granian", run_name="__main__", alter_sys=True)
