"""How quickly the desk's pages come and can be used, in a real browser, and what the server holds in memory.

    python -m bench.screen SITUATION [--points N]

For each page: milliseconds to the first byte (median of five requests), from the start of the navigation to where
nothing is left to load and every picture is drawn (median of three), and how many of these the page's thread worked
(its processor time: what is left was waiting, on a busy machine for the processor). `--points N` puts N made-up
incidents into the answer for the map, and tells how long the frames are while the map is dragged and the days are
narrowed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import CDPSession, Page, Route, sync_playwright

from tests.show.web.browser.chromium import FLAGS, find_browser, serve, wait_for_pictures

WORK = "TaskDuration"  # of the Performance domain of the DevTools protocol, on the clock of the thread
PAGES = "/ /incidents /actors /sources /reports /timeline /map /network /conflicts /judgements".split()
FRAMES = """() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = now => { frames_.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
}"""


def main() -> None:
    """Print a line for each page, one for the memory, and those of the map."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("situation", type=Path)
    parser.add_argument("--points", type=int, default=10_000)
    asked = parser.parse_args()
    with serve(asked.situation) as (address, server):
        measure(address, server, asked.points)


def measure(address: str, server: int, points: int) -> None:
    """All figures of a desk that is being served."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        clock = page.context.new_cdp_session(page)
        clock.send("Performance.enable", {"timeDomain": "threadTicks"})
        paths = [*PAGES, find_thing(address, "incidents"), find_thing(address, "reports")]
        for path in paths:
            byte = statistics.median(time_first_byte(address + path) for _ in range(5))
            usable, worked = time_usable(page, clock, address + path)
            print(f"{path:26} first byte {byte:5.0f} ms, usable {usable:6.0f} ms, worked {worked:4.0f} ms", flush=True)
        print(f"memory of the server: {read_memory(server):.0f} MB")
        measure_map(page, clock, address, points)
        browser.close()


def find_thing(address: str, kind: str) -> str:
    """The address of the first incident or report in its list."""
    with urllib.request.urlopen(f"{address}/{kind}.json") as answer:  # noqa: S310 - our own server
        return f"/{kind}/{json.load(answer)[kind][0]['id']}"


def time_first_byte(url: str) -> float:
    """Milliseconds from the request to the first byte of the answer's body."""
    began = time.perf_counter()
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server
        answer.read(1)
    return 1000 * (time.perf_counter() - began)


def time_usable(page: Page, clock: CDPSession, url: str) -> tuple[float, float]:
    """Milliseconds until the page is loaded and its pictures are drawn, and those that its thread worked; medians."""
    usable, worked = [], []
    for _ in range(3):
        page.goto("about:blank")
        before = read_work(clock)
        page.goto(url, wait_until="load")
        wait_for_pictures(page)
        usable.append(float(page.evaluate("() => performance.now()")))
        worked.append(abs(read_work(clock) - before))
    return statistics.median(usable), statistics.median(worked)


def read_work(clock: CDPSession) -> float:
    """Milliseconds of processor time that the page's thread has worked."""
    told = clock.send("Performance.getMetrics")["metrics"]
    return 1000 * sum(float(each["value"]) for each in told if each["name"] == WORK)


def read_memory(server: int) -> float:
    """Megabytes of resident memory of a process (Linux)."""
    status = Path(f"/proc/{server}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def make_answer(points: int) -> str:
    """The answer for the map with made-up incidents, many of them in few places, as in the news."""
    dice = random.Random(1)  # noqa: S311 - the same map each time
    towns = [(dice.uniform(-35, 60), dice.uniform(-110, 140)) for _ in range(900)]
    made = []
    for number in range(points):
        lat, lon = towns[int(900 * dice.random() ** 2)]
        day = time.strftime("%Y-%m-%d", time.gmtime(1_450_000_000 + dice.random() * 2e8))
        kind = dice.choice(["ASSAULT", "PROTEST", "AGREE", "AID", "ACCUSE"])
        made.append(
            [f"i{number:x}", lat, lon, dice.randint(1, 6), kind, day, None, 2, f"Town {number % 900}", "A sentence."]
        )
    return json.dumps({"points": made})


def measure_map(page: Page, clock: CDPSession, address: str, points: int) -> None:
    """How long the map takes to be drawn with so many incidents, and its frames while it is used."""
    answer = make_answer(points)

    def give(route: Route) -> None:
        route.fulfill(body=answer, content_type="application/json")

    page.route("**/map.json*", give)
    usable, worked = time_usable(page, clock, f"{address}/map")
    print(f"map with {points:,} incidents: usable {usable:.0f} ms, worked {worked:.0f} ms")
    page.evaluate(FRAMES)
    box = page.locator(".map").bounding_box()
    if box is None:
        sys.exit("the map is not to be seen")
    page.mouse.move(box["x"] + 500, box["y"] + 300)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(box["x"] + 500 - 4 * step, box["y"] + 300 + step)
    page.mouse.up()
    tell_frames(page, "dragged")
    page.locator(".brush input").first.fill("2017-01-01")
    page.locator(".brush input").first.press("Tab")
    page.wait_for_timeout(500)
    tell_frames(page, "days narrowed")


def tell_frames(page: Page, doing: str) -> None:
    """The median and the longest frame since the last call."""
    frames = page.evaluate("() => frames_.splice(0)")[1:]
    ordered = sorted(frames)
    print(f"{doing}: {len(frames)} frames, median {statistics.median(frames):.0f} ms, longest {ordered[-1]:.0f} ms")


if __name__ == "__main__":
    main()
