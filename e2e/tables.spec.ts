import type { Page } from '@playwright/test';
import type { LogFile } from './fixtures/logs.ts';
import { failure, turns } from './fixtures/table-logs.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

async function openWith(page: Page, files: readonly LogFile[]) {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(...files);
  return timeline;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('log lines of all sources stand in order of time, severe ones first asked for', async ({
  page,
}) => {
  const timeline = await openWith(page, [...turns(200)]);
  const lines = await timeline.tab('Log lines');
  const grid = lines.getByRole('grid', { name: 'Log lines' });
  await expect(grid).toHaveAttribute('aria-rowcount', '21');
  await expect(lines).toContainText('20 of 20 in view');
  await expect(grid.getByRole('row').nth(1)).toContainText('turn 0 of ZQ2');

  await lines.getByRole('button', { name: 'Show all levels' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '401');
  await expect(grid.getByRole('row').nth(1)).toContainText('turn 0 of ZQ1');
  await expect(grid.getByRole('row').nth(2)).toContainText('turn 0 of ZQ2');
  await expect(grid.getByRole('row').nth(3)).toContainText('turn 1 of ZQ1');

  await lines.getByRole('button', { name: 'UTC' }).click();
  await lines.getByRole('button', { name: 'UTC' }).click();
  await expect(grid.getByRole('columnheader', { name: 'UTC' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(grid.getByRole('row').nth(1)).toContainText('turn 199 of ZQ2');

  await lines.getByRole('combobox', { name: 'Source' }).selectOption('ZQ1.log');
  await expect(grid).toHaveAttribute('aria-rowcount', '201');
  await expect(grid.getByRole('row').nth(1)).toContainText('turn 199 of ZQ1');
});

test('log lines are filtered by text that the workers find, and by component', async ({ page }) => {
  const timeline = await openWith(page, [...turns(200)]);
  const lines = await timeline.tab('Log lines');
  const grid = lines.getByRole('grid', { name: 'Log lines' });
  await lines.getByRole('button', { name: 'Show all levels' }).click();
  await lines.getByRole('button', { name: 'Filter columns' }).click();
  await lines.getByRole('textbox', { name: 'Text contains' }).fill('TURN 17 OF');
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await expect(grid.getByRole('row', { name: /turn 17 of ZQ2/ })).toBeVisible();
  await lines.getByRole('textbox', { name: 'Component contains' }).fill('rcm');
  await expect(grid).toHaveAttribute('aria-rowcount', '1');
  await expect(lines).toContainText('Nothing in the visible span passes the filters.');
  await lines.getByRole('button', { name: 'Remove filter: Component contains “rcm”' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await lines.getByRole('button', { name: /^Remove filter: Text contains/ }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '401');
});

test('tables follow the view until told not to', async ({ page }) => {
  const timeline = await openWith(page, [...turns(200)]);
  const lines = await timeline.tab('Log lines');
  await lines.getByRole('button', { name: 'Show all levels' }).click();
  const grid = lines.getByRole('grid', { name: 'Log lines' });
  await expect(lines).toContainText('400 of 400 in view');
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(lines).not.toContainText('400 of 400 in view');
  await expect(lines).toContainText(/\d+ of 400 in view/);
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(400);

  await lines.getByRole('checkbox', { name: 'Follow the view' }).uncheck();
  await expect(grid).toHaveAttribute('aria-rowcount', '401');
  // A row outside the view brings the view along.
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await lines.getByRole('checkbox', { name: 'Follow the view' }).check();
  await expect(grid.getByRole('row', { selected: true })).toContainText('turn 0 of ZQ1');
});

test('facts are filtered by column and sorted', async ({ page }) => {
  const timeline = await openWith(page, [...failure]);
  const table = await timeline.tab('Transitions');
  const grid = table.getByRole('grid', { name: 'Transitions' });
  await expect(table).toContainText('4 of 4 in view');
  await table.getByRole('button', { name: 'To', exact: true }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText('ProcessingFailureOffline');
  await expect(grid.getByRole('columnheader', { name: 'To' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await table.getByRole('button', { name: 'Filter columns' }).click();
  await table.getByRole('textbox', { name: 'From contains' }).fill('pending');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(grid.getByRole('row').last()).toContainText('OnlinePendingProcessingFailure');
});

test('rows are copied as TSV and as Markdown, and it is said', async ({ page }) => {
  const timeline = await openWith(page, [...failure]);
  const table = await timeline.tab('Transitions');
  const grid = table.getByRole('grid', { name: 'Transitions' });
  await table.getByRole('button', { name: 'Copy as TSV' }).click();
  await expect(table.getByRole('status')).toHaveText('4 rows copied as TSV.');
  const tsv = (await clipboard(page)).split('\n');
  expect(tsv).toHaveLength(6);
  expect(tsv[0]).toMatch(/^UTC\tNode\t/);
  expect(tsv[3]).toContain('2017-09-15 20:01:00.000\tZQ1\tresource\tCluster Disk 2\tOnlinePending');

  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
  await page.keyboard.press('Control+c');
  await expect(table.getByRole('status')).toHaveText('2 rows copied as TSV.');
  await table.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(table.getByRole('status')).toHaveText('2 rows copied as Markdown.');
  expect(await clipboard(page)).toContain('| --- | --- |');

  const lines = await timeline.tab('Log lines');
  await lines.getByRole('button', { name: 'Show all levels' }).click();
  await lines.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(lines.getByRole('status')).toHaveText(/\d+ rows copied as TSV/);
  expect(await clipboard(page)).toContain('missed a heartbeat of Cluster Disk 2\tzq2.log:7');
});

test('a problem of a file leads to its line', async ({ page }) => {
  const timeline = await openWith(page, [...failure]);
  const problems = await timeline.tab('Problems');
  const row = problems.getByRole('row', { name: /zq1\.log 9/ });
  await expect(row).toBeVisible();
  await row.click();
  const raw = page.getByRole('grid', { name: 'Lines of zq1.log' });
  await expect(raw.getByRole('row', { selected: true })).toContainText('an impossible month');
});

test('details say it plainly, what is not proven, and what the other node said then', async ({
  page,
}) => {
  const timeline = await openWith(page, [...failure]);
  const table = await timeline.tab('Transitions');
  await table.getByRole('row', { name: /OnlinePending ProcessingFailure/ }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { level: 3 })).toHaveText(
    'resource Cluster Disk 2 went from OnlinePending to ProcessingFailure.',
  );
  await expect(details).toContainText('What is not proven');

  // The worse record first, although another one is nearer to the moment.
  const other = details.getByRole('button', { name: /missed a heartbeat/ });
  await expect(other).toContainText('+1 s');
  await details.getByRole('combobox', { name: 'Seconds around this moment' }).selectOption('100');
  await expect(details).toContainText('no record in this span');
  await details.getByRole('combobox', { name: 'Seconds around this moment' }).selectOption('5000');
  await other.click();
  await expect(details.locator('[aria-current]')).toContainText('missed a heartbeat');
  await expect(details.getByRole('heading', { level: 3 })).toContainText('ZQ2');
});

test('the marks of one entity are stepped through by buttons and keys', async ({ page }) => {
  const timeline = await openWith(page, [...failure]);
  const table = await timeline.tab('Transitions');
  await table.getByRole('row', { name: /OnlinePending ProcessingFailure/ }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'Previous of Cluster Disk 2' }).click();
  await expect(details.getByRole('heading', { level: 3 })).toContainText('to OnlinePending');
  await page.keyboard.press('.');
  await expect(details.getByRole('heading', { level: 3 })).toContainText('to ProcessingFailure');
  await timeline.tab('Markers');
  await details.getByRole('button', { name: 'Show in the table' }).click();
  await expect(
    page.getByRole('grid', { name: 'Transitions' }).getByRole('row', { selected: true }),
  ).toContainText('ProcessingFailure');
});

test('the window tells what changed in the visible span', async ({ page }) => {
  const timeline = await openWith(page, [...failure]);
  const panel = await timeline.tab('Window');
  await expect(panel).toContainText('resource Cluster Disk 2 on ZQ1');
  await expect(
    panel.getByRole('button', { name: /20:01:00\.000 ProcessingFailure/ }),
  ).toBeVisible();
  const counts = panel.getByRole('table');
  await expect(counts.getByRole('row', { name: /zq2\.log/ })).toContainText('1');
  await expect(counts.getByRole('columnheader', { name: 'Error' })).toBeVisible();

  const intervals = await timeline.tab('Intervals');
  await intervals.getByRole('row', { name: /OnlinePending/ }).click();
  const again = await timeline.tab('Window');
  await again.getByRole('radio', { name: 'Selected interval' }).check();
  await expect(again).toContainText('59 s');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`tables, details and window are accessible (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const timeline = await openWith(page, [...failure]);
    const lines = await timeline.tab('Log lines');
    await lines.getByRole('button', { name: 'Filter columns' }).click();
    await lines.getByRole('textbox', { name: 'Text contains' }).fill('Disk');
    await expect(lines).toContainText('2 of 2 in view');
    await lines.getByRole('row', { name: /missed a heartbeat/ }).click();
    await timeline.expectAccessible();
    await timeline.tab('Problems');
    await timeline.tab('Window');
    await timeline.expectAccessible();
    const events = await timeline.tab('Intervals');
    await events.getByRole('row', { name: /OnlinePending/ }).click();
    await timeline.expectAccessible();
  });
}
