// How alike two pictures are, by the mean colour of each cell of a coarse grid: it sees themes, panels and boxes, and hardly the shapes of letters.
const columns = 24, rows = 16;

export async function compare(browser, one, other) {
  const page = await browser.newPage();
  const [first, second] = await page.evaluate(
    ([pictures, columns, rows]) =>
      Promise.all(pictures.map(async (base64) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context.drawImage(bitmap, 0, 0);
        const cells = [];
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++) {
            const [left, top] = [Math.floor((column * bitmap.width) / columns), Math.floor((row * bitmap.height) / rows)];
            const { data } = context.getImageData(left, top, Math.floor(bitmap.width / columns), Math.floor(bitmap.height / rows));
            const sum = [0, 0, 0];
            for (let at = 0; at < data.length; at++) if (at % 4 < 3) sum[at % 4] += data[at];
            cells.push(sum.map((colour) => colour / (data.length / 4)));
          }
        return { width: bitmap.width, height: bitmap.height, cells };
      })),
    [[one, other].map((picture) => picture.toString("base64")), columns, rows],
  );
  await page.close();
  const distances = first.cells.map((cell, index) => Math.max(...cell.map((colour, part) => Math.abs(colour - second.cells[index][part]))));
  return {
    sameSize: first.width === second.width && first.height === second.height,
    mean: distances.reduce((sum, distance) => sum + distance, 0) / distances.length,
  };
}
