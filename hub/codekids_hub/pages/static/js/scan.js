// Reads the square on a child's card with the camera. Loaded when a child taps the button.

const EVERY = 150; // milliseconds between looks

/** A function that gives the text of the square in a video picture, or nothing. */
async function reader(address) {
  if ("BarcodeDetector" in window) {
    const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
    if (formats.includes("qr_code")) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async (video) => (await detector.detect(video))[0]?.rawValue;
    }
  }
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const canvas = document.createElement("canvas");
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const paper = canvas.getContext("2d", { willReadFrequently: true });
    paper.drawImage(video, 0, 0);
    const picture = paper.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR(picture.data, picture.width, picture.height, { inversionAttempts: "dontInvert" })?.data;
  };
}

/** The secret in a card's address, wherever the card was printed, or nothing. */
function secretOf(text) {
  const address = URL.parse ? URL.parse(text) : new URL(text);
  return address?.pathname.endsWith("/hub/card") ? address.hash.slice(1) : "";
}

export async function scan(part) {
  const dialog = part.querySelector("dialog");
  const video = part.querySelector("video");
  const says = part.querySelector("[data-says]");
  let stream;
  let looking = true;

  const stop = () => {
    looking = false;
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
  dialog.addEventListener("close", stop, { once: true });
  part.querySelector("[data-close]").addEventListener("click", () => dialog.close(), { once: true });
  dialog.showModal();
  says.textContent = says.dataset.looking;

  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: "environment" } }, audio: false });
    if (!looking) return stop();
    video.srcObject = stream;
    await video.play();
    const read = await reader(part.dataset.jsqr);
    while (looking) {
      const text = video.videoWidth ? await read(video) : "";
      if (text) {
        let secret = "";
        try {
          secret = secretOf(text);
        } catch {
          // not an address at all
        }
        if (secret) {
          stop();
          window.location.assign(`${part.dataset.card}#${secret}`);
          return;
        }
        says.textContent = says.dataset.other;
      }
      await new Promise((later) => setTimeout(later, EVERY));
    }
  } catch {
    stop();
    says.textContent = says.dataset.denied;
  }
}
