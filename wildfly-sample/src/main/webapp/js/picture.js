// Makes any picture small enough for one message, before it leaves the browser.

/** The server refuses more; and a poll carries binary as Base64, which adds a third. */
const LARGEST_BYTES = 500_000;
const LONGEST_EDGE = 1600;

/** Scales a picture down and answers it as a JPEG; fails if the browser cannot read the file. */
export async function shrink(file) {
  const bitmap = await createImageBitmap(file);
  try {
    let edge = Math.min(LONGEST_EDGE, Math.max(bitmap.width, bitmap.height));
    for (;;) {
      const blob = await draw(bitmap, edge / Math.max(bitmap.width, bitmap.height));
      if (blob.size <= LARGEST_BYTES) {
        return blob;
      }
      edge = Math.floor(edge * 0.75);
    }
  } finally {
    bitmap.close();
  }
}

function draw(bitmap, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // JPEG has no transparency, and black would be the default
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", 0.85);
  });
}
