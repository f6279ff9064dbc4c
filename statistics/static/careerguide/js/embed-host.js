// For pages that embed our figures; optional. Gives each frame the height of its figure:
//
//   <iframe src="https://…/statistics/…/embed/" title="…" width="100%" height="480"
//     frameborder="0"></iframe>
//   <script src="https://…/static/careerguide/js/embed-host.js" async></script>

(() => {
  const SITE = new URL(document.currentScript.src).origin;
  const LOWEST = 100;
  const HIGHEST = 2400; // of a chart on a phone: a longer table scrolls in its frame

  function isOurs(frame) {
    if (!URL.canParse(frame.src)) return false;
    const { origin, pathname } = new URL(frame.src);
    return origin === SITE && /^\/statistics\/[\w-]+\/(@\d+\/)?embed\/$/.test(pathname);
  }

  function originOf(frame) {
    const kept = !frame.hasAttribute("sandbox") || frame.sandbox.contains("allow-same-origin");
    return kept ? SITE : "null";
  }

  function ourFrames() {
    return [...document.querySelectorAll("iframe")].filter(isOurs);
  }

  window.addEventListener("message", (event) => {
    const { type, height } = Object(event.data);
    if (type !== "careerguide:height" || !Number.isFinite(height)) return;
    const frame = ourFrames().find((one) => one.contentWindow === event.source);
    // A frame that has since gone to another site is not ours any more.
    if (!frame || event.origin !== originOf(frame)) return;
    frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, height))}px`;
  });

  // Figures that were ready before this script have told their height to nobody.
  for (const frame of ourFrames()) {
    frame.contentWindow.postMessage({ type: "careerguide:ask" }, "*");
  }
})();
