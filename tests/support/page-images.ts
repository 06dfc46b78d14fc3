/** What tests of the window ask of page images. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Opens a source by its title, as a person does with the palette. */
export async function openSource(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await page.keyboard.type(title);
  const option = palette.getByRole('option', { name: title }).first();
  await option.waitFor();
  // The list narrows while one types: a row that moves under the mouse is not pressed.
  await expect
    .poll(async () => {
      if (await option.isVisible()) await option.click({ timeout: 2_000 }).catch(() => undefined);
      return palette.isVisible();
    })
    .toBe(false);
  await page.getByRole('tab', { name: title, selected: true }).first().waitFor();
}

export const pageImages = (page: Page): Locator => page.getByRole('region', { name: /^Page images of/ });

/** @param name as the page is said, for example `p. 3`. */
export const pictureOf = (page: Page, name: string): Locator =>
  pageImages(page).getByRole('img', { name: `Picture of ${name}`, exact: true });

/** @returns how many pixels of a page are darker than half; 0 while it is not drawn. */
export const inkOf = (page: Page, name: string): Promise<number> =>
  pictureOf(page, name).evaluate((host) => {
    const picture = host.querySelector('canvas') ?? host.querySelector('img');
    if (!picture) return 0;
    const copy = document.createElement('canvas');
    copy.width = picture.width;
    copy.height = picture.height;
    const context = copy.getContext('2d');
    if (!context || copy.width === 0) return 0;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, copy.width, copy.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      const light = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
      if ((data[at + 3] ?? 0) > 128 && light <= 140) dark += 1;
    }
    return dark;
  });
