import type { Page } from '@playwright/test';
import { clusterLog, logFile } from './fixtures/logs.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

/** A log with a line on which an expression that backtracks without end does so. */
const withPadding = `${clusterLog('ZQ1')}0000084c.00000f10::2017/09/15-20:31:00.000 INFO  [GUM] padding ${'x'.repeat(60)}\r\n`;

async function openTwoNodes(page: Page): Promise<TimelinePage> {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(
    logFile('ZQ1_cluster.log', withPadding),
    logFile('ZQ2_cluster.log', clusterLog('ZQ2')),
  );
  return timeline;
}

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Search all log entries' });
const hitsOf = (page: Page) => page.getByRole('grid', { name: 'Search' });

test('words are found in all logs and listed by time', async ({ page }) => {
  await openTwoNodes(page);
  await page.keyboard.press('/');
  await expect(boxOf(page)).toBeFocused();
  await page.keyboard.type('onlinepending -"OnlineCallIssued"');
  const panel = page.getByRole('tabpanel', { name: /^Search/ });
  await expect(panel).toContainText('2 hits in 2 sources');
  const rows = hitsOf(page).getByRole('row', { name: /OnlinePending-->ProcessingFailure/ });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('2017-09-15 20:24:36.365');
  await expect(rows.first()).toContainText('ZQ1_cluster.log:11');
  await expect(rows.first().locator('mark')).toHaveText('OnlinePending');
});

test('a phrase, an expression and a level narrow the hits', async ({ page }) => {
  await openTwoNodes(page);
  const panel = page.getByRole('tabpanel', { name: /^Search/ });
  await boxOf(page).fill('"handling deadlock"');
  await expect(panel).toContainText('2 hits in 2 sources');
  await boxOf(page).fill('/gumId: 41\\d8/ node:ZQ2');
  await expect(panel).toContainText('1 hit in 1 source');
  await boxOf(page).fill('level:error');
  await expect(panel).toContainText('6 hits in 2 sources');
  await boxOf(page).fill('level:error component:RCM');
  await expect(panel).toContainText('2 hits in 2 sources');
  await boxOf(page).fill('no such text');
  await expect(panel).toContainText('No entry matches.');
});

test('every lane says how many hits it has', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await boxOf(page).fill('gumId');
  await expect(timeline.lane('node:ZQ1/source:ZQ1_cluster.log')).toHaveAccessibleName(
    /2 hits of the search/,
  );
  await expect(timeline.lane('node:ZQ2')).toHaveAccessibleName(/2 hits of the search/);
  await boxOf(page).fill('');
  await expect(timeline.lane('node:ZQ2')).not.toHaveAccessibleName(/hits of the search/);
});

test('Enter and F3 go from hit to hit, round at the ends', async ({ page }) => {
  await openTwoNodes(page);
  const box = boxOf(page);
  await box.fill('gumId');
  const search = page.getByRole('search');
  await expect(search).toContainText('4 hits');
  await box.press('Enter');
  await expect(search).toContainText('1 of 4');
  const selected = hitsOf(page).getByRole('row', { selected: true });
  await expect(selected).toContainText('ZQ1_cluster.log:5');
  await expect(page.locator('[data-lane="node:ZQ1/source:ZQ1_cluster.log"]')).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('gumId: 4118');
  await box.press('Enter');
  await expect(selected).toContainText('ZQ2_cluster.log:5');
  await box.press('Shift+Enter');
  await expect(search).toContainText('1 of 4');
  await page.keyboard.press('Shift+F3');
  await expect(search).toContainText('4 of 4');
  await page.keyboard.press('F3');
  await expect(search).toContainText('1 of 4');
  await hitsOf(page)
    .getByRole('row', { name: /gumId: 4119/ })
    .last()
    .click();
  await expect(search).toContainText('4 of 4');
});

test('what is no query is said with its place, and names are offered by keyboard', async ({
  page,
}) => {
  await openTwoNodes(page);
  const box = boxOf(page);
  await box.fill('node:ZQ1 levl:err');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('search')).toContainText('At character 10');
  await expect(page.getByRole('search')).toContainText('expected level:');
  await box.fill('resource:clu');
  await expect(page.getByRole('option', { name: 'Cluster Disk 2' })).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box).toHaveValue('resource:"Cluster Disk 2"');
  await expect(page.getByRole('tabpanel', { name: /^Search/ })).toContainText('in 2 sources');
});

test('an expression that does not come back is ended with a word', async ({ page }) => {
  await openTwoNodes(page);
  await boxOf(page).fill('/(x+x+)+y/');
  const panel = page.getByRole('tabpanel', { name: /^Search/ });
  await expect(panel.getByRole('alert')).toContainText('the expression takes too long', {
    timeout: 15_000,
  });
  await expect(panel.getByRole('alert')).toContainText('ZQ1_cluster.log');
  await boxOf(page).fill('gumId');
  await expect(panel).toContainText('4 hits in 2 sources');
});

test('Escape ends a search, then empties the box and gives the table back', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await timeline.tab('Markers');
  const box = boxOf(page);
  await box.fill('/(x+x+)+y/');
  const panel = page.getByRole('tabpanel', { name: /^Search/ });
  await expect(panel.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await box.press('Escape');
  await expect(panel.getByRole('alert')).toContainText('cancelled');
  await box.press('Escape');
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(page.getByRole('tab', { name: /^Markers/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('logs that are added later are searched as well', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await boxOf(page).fill('gumId');
  const panel = page.getByRole('tabpanel', { name: /^Search/ });
  await expect(panel).toContainText('4 hits in 2 sources');
  await timeline.add(logFile('ZQ3_cluster.log', clusterLog('ZQ3')));
  await expect(panel).toContainText('6 hits in 3 sources');
});

test('a command is run by its name', async ({ page }) => {
  await openTwoNodes(page);
  const before = await page.locator('html').getAttribute('data-theme');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('theme switch');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('theme');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', before!);

  await boxOf(page).click();
  await page.keyboard.type('>show table transitions');
  await expect(dialog.getByRole('combobox')).toHaveValue('show table transitions');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Transitions/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a typed time moves the view there', async ({ page }) => {
  await openTwoNodes(page);
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('2017-09-16 04:30 +08');
  await expect(page.getByRole('option', { selected: true })).toHaveText(
    'Go to 2017-09-15 20:30:00.000 UTC',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('+0s');
  await expect(page.getByRole('option', { selected: true })).toHaveText(
    /Go to 2017-09-15 20:(30:00|2\d)/,
  );
});

test('a saved view comes back, and going there can be undone', async ({ page }) => {
  await openTwoNodes(page);
  const back = page.getByRole('button', { name: 'Back to the view before' });
  await page.keyboard.press('Shift+Digit1');
  const note = page.getByRole('status').filter({ hasText: 'View 1' });
  await expect(note).toContainText('View 1 saved.');
  await page.keyboard.press('2');
  await expect(page.getByText('No view 2 is saved.')).toBeVisible();
  await page.keyboard.press('w');
  await expect(back).toBeEnabled();
  await page.keyboard.press('1');
  await expect(note).toContainText('View 1 shown.');
  await note.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('View 1 shown.')).toBeHidden();
});

test('two marked instants show how long lies between them', async ({ page }) => {
  await openTwoNodes(page);
  const box = boxOf(page);
  await box.fill('gumId node:ZQ1');
  await expect(page.getByRole('search')).toContainText('2 hits');
  for (const hit of ['1 of 2', '2 of 2']) {
    await page.keyboard.press('F3');
    await expect(page.getByRole('search')).toContainText(hit);
    await page.getByRole('treegrid').getByRole('row').first().focus();
    await page.keyboard.press('m');
  }
  const marks = page.getByRole('region', { name: 'Marked instants' });
  await expect(marks).toContainText('2017-09-15 20:14:00.500');
  await expect(marks).toContainText('959.500 s');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the search is accessible (${colorScheme})`, async ({ page }) => {
    // Every check walks the whole page.
    test.slow();
    await page.emulateMedia({ colorScheme });
    const timeline = await openTwoNodes(page);
    await boxOf(page).fill('disk level:>=warning');
    await expect(page.getByRole('search')).toContainText('8 hits');
    await boxOf(page).press('Enter');
    await timeline.expectAccessible();
    await boxOf(page).fill('node:ZQ1 level:err resource:');
    await expect(page.getByRole('search')).toContainText('expected a resource name');
    await expect(page.getByRole('option').first()).toBeVisible();
    await timeline.expectAccessible();
  });

  test(`commands, keys and marks are accessible (${colorScheme})`, async ({ page }) => {
    // Every check walks the whole page.
    test.slow();
    await page.emulateMedia({ colorScheme });
    const timeline = await openTwoNodes(page);
    await boxOf(page).fill('gumId');
    await expect(page.getByRole('search')).toContainText('4 hits');
    await page.keyboard.press('F3');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Commands' });
    await dialog.getByRole('combobox').fill('mark');
    await timeline.expectAccessible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Marked instants' })).toBeVisible();
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await timeline.expectAccessible();
  });
}
