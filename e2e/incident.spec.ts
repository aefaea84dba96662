import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterLog, copiedEvents, logFile, nameless } from './fixtures/logs.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

const DISK_LANE = 'node:ZQ1/resource:Cluster Disk 2';

test('a dropped cluster.log becomes lanes, tables and raw lines', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));

  await expect(timeline.lane('node:ZQ1')).toBeVisible();
  await expect(timeline.lane(DISK_LANE)).toHaveAccessibleName(/OnlinePending/);
  await expect(page.getByRole('heading', { level: 2, name: 'ZQ1, 15 Sep 2017' })).toBeVisible();

  const transitions = await timeline.tab('Transitions');
  const row = transitions.getByRole('row', { name: /OnlinePending ProcessingFailure/ });
  await expect(row).toContainText('2017-09-15 20:24:36.365');
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');

  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('OnlinePending → ProcessingFailure');
  await expect(details.locator('[aria-current]')).toContainText(
    'TransitionToState(Cluster Disk 2) OnlinePending-->ProcessingFailure.',
  );

  await details.getByRole('button', { name: 'Open in the raw view' }).click();
  const raw = page.getByRole('grid', { name: 'Lines of cluster.log' });
  await expect(raw.getByRole('row', { selected: true })).toContainText('OnlinePending-->');
  await expect(raw).toContainText('FAILURENOTIFICATION');
});

test('a deadlock is a marker and an interval that says how its start is known', async ({
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));

  const markers = await timeline.tab('Markers');
  await expect(markers.getByRole('row', { name: /Deadlock/ })).toContainText('Cluster Disk 2');

  const intervals = await timeline.tab('Intervals');
  const deadlock = intervals.getByRole('row', { name: /Deadlock/ }).first();
  await expect(deadlock).toContainText('2017-09-15 20:24:36.365');
  await deadlock.click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
    'observed: a record says so',
  );
});

test('the status of a raw line is named', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
  const lines = await timeline.tab('Log lines');
  await lines.getByRole('row', { name: /FAILURENOTIFICATION/ }).click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText(
    'ERROR_RESMON_ONLINE_FAILED',
  );
});

test('the reader names the node of a log that does not, and takes it back', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', nameless));
  await timeline.tab('Sources');
  const source = timeline.source('cluster.log');
  const node = source.getByRole('group', { name: 'Node of cluster.log' });
  await expect(node).toContainText('not known');

  await node.getByRole('button', { name: 'Change node of cluster.log' }).click();
  await node.getByRole('combobox').fill('ZQ7');
  await node.getByRole('button', { name: 'Set' }).click();
  await expect(timeline.lane('node:ZQ7')).toBeVisible();
  await expect(node).toContainText('set by you');

  await node.getByRole('button', { name: 'Reset node of cluster.log' }).click();
  await expect(timeline.lane('node:ZQ7')).toBeHidden();
  await expect(node).toContainText('not known');
});

test('times in an unknown zone are provisional until the reader sets it', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('events.txt', copiedEvents));

  const notice = page.getByRole('status').filter({ hasText: 'time zone of events.txt' });
  await expect(notice).toContainText('not known');
  const events = await timeline.tab('Events');
  const row = events.getByRole('row', { name: /1230/ });
  await expect(row).toContainText('2017-09-15 20:24:36.000?');

  await notice.getByRole('button', { name: 'Set zone' }).click();
  await notice.getByRole('combobox', { name: 'Zone of these sources' }).fill('no such zone');
  await notice.getByRole('button', { name: 'Set zone' }).click();
  await expect(notice.getByRole('alert')).toContainText('no known zone');
  await notice.getByRole('combobox', { name: 'Zone of these sources' }).fill('Asia/Shanghai');
  await notice.getByRole('button', { name: 'Set zone' }).click();

  await expect(notice).toBeHidden();
  await expect(row).toContainText('2017-09-15 12:24:36.000');
  await expect(row).not.toContainText('?');
});

test('what has no stamp goes to the undated tray and is explained there', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('events.txt', copiedEvents));
  const tray = await timeline.tab('Undated');
  const row = tray.getByRole('row', { name: /1069/ });
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('undated');
});

test('a hostile file name is text', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>.log';
  page.on('dialog', () => expect(false, 'a file name ran as code').toBe(true));
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile(name, clusterLog('ZQ1')));
  await timeline.tab('Sources');
  await expect(timeline.source(name)).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});

test('a file that is not recognised is listed while the others load', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(
    logFile('cluster.log', clusterLog('ZQ1')),
    logFile(
      'notes.bin',
      new Uint8Array(4096).map((_, i) => (i * 7919) % 251),
    ),
  );
  await expect(timeline.lane('node:ZQ1')).toBeVisible();
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('region', { name: 'Not recognised' })).toContainText('notes.bin');
});

test('text pasted anywhere is read like a file', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, clusterLog('ZQ9'));
  await timeline.ready();
  await expect(timeline.lane('node:ZQ9')).toBeVisible();
});

test('a drop anywhere adds files to what is open', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'second.log'));
    return data;
  }, clusterLog('ZQ2'));
  await page.dispatchEvent('header', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop logs, folders or archives')).toBeVisible();
  await page.dispatchEvent('header', 'drop', { dataTransfer: transfer });
  await expect(timeline.lane('node:ZQ2')).toBeVisible();
  await expect(timeline.lane('node:ZQ1')).toBeVisible();
});

test('a dropped folder is walked to its leaves', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('case');
  await mkdir(join(folder, 'zq1', 'Reports'), { recursive: true });
  await mkdir(join(folder, 'zq2'), { recursive: true });
  await writeFile(join(folder, 'zq1', 'Reports', 'cluster.log'), clusterLog('ZQ1'));
  await writeFile(join(folder, 'zq2', 'cluster.log'), clusterLog('ZQ2'));
  const timeline = new TimelinePage(page);
  await timeline.open();

  const devTools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devTools.send('Input.dispatchDragEvent', {
      type,
      x: 400,
      y: 300,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    });
  }
  await timeline.ready();
  await timeline.tab('Sources');
  await expect(timeline.source('case/zq1/Reports/cluster.log')).toBeVisible();
  await expect(timeline.source('case/zq2/cluster.log')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('case');
});

test('the second zone is shown beside UTC in the tables', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
  await page.getByRole('button', { name: /^Second time zone/ }).click();
  await page.getByRole('combobox', { name: 'Other zone or offset' }).fill('+08:00');
  await page.getByRole('button', { name: 'Apply' }).click();
  const transitions = await timeline.tab('Transitions');
  await expect(transitions.getByRole('columnheader', { name: '+08:00' })).toBeVisible();
  await expect(transitions.getByRole('row', { name: /ProcessingFailure/ })).toContainText(
    '2017-09-16 04:24:36.365',
  );
});

test('everything is reached by keyboard alone', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));

  const details = page.getByRole('complementary', { name: 'Details' });
  await page.keyboard.press(']');
  await expect(details.getByRole('tab', { name: 'Selection' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(details).toContainText('Deadlock');

  const back = page.getByRole('button', { name: 'Back to the view before' });
  await page.keyboard.press('+');
  await expect(back).toBeEnabled();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(back).toBeDisabled();

  await page.getByRole('tab', { name: /^Events/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Transitions' });
  await grid.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('row', { selected: true })).toContainText('ProcessingFailure');

  const separator = page.getByRole('separator', { name: 'Height of the tables' });
  const before = Number(await separator.getAttribute('aria-valuenow'));
  await separator.focus();
  await page.keyboard.press('ArrowUp');
  await expect(separator).toHaveAttribute('aria-valuenow', String(before + 24));
});

test('a source is removed and the page is empty again', async ({ page }) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
  await timeline.tab('Sources');
  await page.getByRole('button', { name: 'Remove cluster.log' }).click();
  await timeline.state('empty');
  await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
  await expect(timeline.lane('node:ZQ1')).toBeVisible();
});

for (const width of [390, 1440, 1920]) {
  test(`nothing is wider than the page at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.add(logFile('cluster.log', clusterLog('ZQ1')));
    await expect(timeline.lane('node:ZQ1')).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}
