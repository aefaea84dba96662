import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the empty page teaches and is accessible (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.state('empty');
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(page.getByText('Get-ClusterLog -Destination .', { exact: true })).toBeVisible();
    await expect(page.getByText('Nothing leaves this machine')).toBeVisible();
    await expect(page.getByRole('term').first()).toBeVisible();
    await timeline.expectAccessible();
  });
}

test('the theme is chosen by the reader and kept', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  const html = page.locator('html');
  const before = await html.getAttribute('data-theme');
  const after = before === 'dark' ? 'light' : 'dark';
  await page.getByRole('button', { name: `Switch to the ${after} theme` }).click();
  await expect(html).toHaveAttribute('data-theme', after);
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', after);
});

test('the keys are listed on ? and the list closes on Escape', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await timeline.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('files that are no logs are refused with their reasons', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.getByLabel('Add logs').setInputFiles([
    {
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    },
    { name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await timeline.state('error');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('photo.png');
  await expect(alert).toContainText('empty.log');
  await timeline.expectAccessible();
});
