import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

test('the sample opens by its link and shows both nodes', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open('#sample');
  await timeline.ready();
  await expect(timeline.lane('node:ZQ1')).toBeVisible();
  await expect(timeline.lane('node:ZQ2')).toBeVisible();
  await expect(page.getByText('constructed around published lines').first()).toBeAttached();
});

test('the sample opens from the empty page', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.getByRole('button', { name: 'Open the sample incident' }).click();
  await timeline.ready();
  await expect(timeline.lane('node:ZQ1')).toBeVisible();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`every panel of an open incident is accessible (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const timeline = new TimelinePage(page);
    await timeline.open('#sample');
    await timeline.ready();
    await timeline.tab('Markers');
    await page.getByRole('grid', { name: 'Markers' }).getByRole('row').nth(1).click();
    for (const tab of ['Selection', 'Findings', 'Sources', 'Names']) {
      await timeline.tab(tab);
      await timeline.expectAccessible();
    }
    for (const tab of ['Events', 'Transitions', 'Intervals', 'Log lines', 'Raw', 'Undated']) {
      await timeline.tab(tab);
      await timeline.expectAccessible();
    }
  });
}
