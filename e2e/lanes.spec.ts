import type { Locator, Page } from '@playwright/test';
import { clusterLog, logFile } from './fixtures/logs.ts';
import { expect, test } from './fixtures/test.ts';
import { TimelinePage } from './pages/timeline-page.ts';

const ZQ1 = 'node:ZQ1';
const ZQ2 = 'node:ZQ2';
const DISK = 'node:ZQ1/resource:Cluster Disk 2';

/** A log of the node in which one disk hangs and four others come online before and rest from then on. */
function quietLog(node: string): string {
  const rest = [1, 3, 4, 5].map(
    (disk) =>
      `0000084c.0000159c::2017/09/15-20:13:0${disk}.000 INFO  [RCM] TransitionToState(Cluster Disk ${disk}) OnlinePending-->Online.\r\n`,
  );
  const log = clusterLog(node);
  const at = log.indexOf('0000084c.00000f10::2017/09/15-20:14');
  return log.slice(0, at) + rest.join('') + log.slice(at);
}

async function openTwoNodes(page: Page): Promise<TimelinePage> {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(
    logFile('zq1_cluster.log', clusterLog('ZQ1')),
    logFile('zq2_cluster.log', clusterLog('ZQ2')),
  );
  await expect(timeline.lane(ZQ2)).toBeVisible();
  return timeline;
}

/** Keys of the lanes from above. */
function shownLanes(timeline: TimelinePage): Promise<(string | undefined)[]> {
  return timeline.lanes.getByRole('row').evaluateAll((rows) =>
    rows
      .map((row) => ({
        key: (row as HTMLElement).dataset.lane,
        top: Number.parseFloat((row as HTMLElement).style.top),
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ key }) => key),
  );
}

function rightOf(lane: Locator, share: number) {
  return async () => {
    const [row, canvas] = [
      await lane.boundingBox(),
      await lane.page().locator('canvas').last().boundingBox(),
    ];
    if (row === null || canvas === null) throw new Error('the lanes are not in sight');
    return { x: canvas.x + canvas.width * share, y: row.y + row.height / 2 };
  };
}

test('the box above the names keeps the lanes that match, and Escape empties it', async ({
  page,
}) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(ZQ1).focus();
  await page.keyboard.press('l');
  const box = page.getByRole('textbox', { name: 'Filter lanes by name' });
  await expect(box).toBeFocused();
  await box.fill('zq2 disk');
  await expect(timeline.lane(ZQ1)).toBeHidden();
  await expect(timeline.lane('node:ZQ2/resource:Cluster Disk 2')).toBeVisible();
  await box.fill('nothing like this');
  await expect(page.getByText('No lane has this name.')).toBeVisible();
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(timeline.lane(ZQ1)).toBeVisible();
});

test('a lane is hidden by its key, keeps the focus in the list, and comes back by undo', async ({
  page,
}) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(DISK).focus();
  await page.keyboard.press('Delete');
  await expect(timeline.lane(DISK)).toBeHidden();
  await expect(timeline.lanes.getByRole('row').and(page.locator(':focus'))).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Lanes: 1 hidden, height, undo' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(timeline.lane(DISK)).toBeVisible();
});

test('hidden lanes are listed and shown again from the menu of the lanes', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(DISK).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Lanes:/ }).click();
  await page.getByRole('menuitem', { name: 'Show ZQ1, resource Cluster Disk 2' }).click();
  await expect(timeline.lane(DISK)).toBeVisible();
});

test('the menu of a lane opens by keyboard, pins it to the top, and gives the focus back', async ({
  page,
}) => {
  const timeline = await openTwoNodes(page);
  const disk = 'node:ZQ2/resource:Cluster Disk 2';
  await timeline.lane(disk).focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: /^Actions for ZQ2, resource Cluster Disk 2/ });
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Pin Cluster Disk 2 to the top' }).click();
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(disk);
  await expect(timeline.lane(disk)).toBeFocused();
  await page.keyboard.press('p');
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(ZQ1);
});

test('a node is shown alone and with the others again', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(ZQ2).focus();
  await page.keyboard.press('o');
  await expect(timeline.lane(ZQ1)).toBeHidden();
  await page.keyboard.press('o');
  await expect(timeline.lane(ZQ1)).toBeVisible();
});

test('nodes change places by keyboard and by drag, and a reset brings the order back', async ({
  page,
}) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(ZQ2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(ZQ2);
  await expect(timeline.lane(ZQ2)).toBeFocused();

  const from = (await timeline.lane(ZQ2).boundingBox())!;
  const list = (await timeline.lanes.boundingBox())!;
  await page.mouse.move(from.x + 60, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
  await page.mouse.move(from.x + 60, list.y + list.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(ZQ1);

  await timeline.lane(ZQ2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(ZQ2);
  await page.getByRole('button', { name: /^Lanes:/ }).click();
  await page.getByRole('menuitem', { name: 'Reset lanes' }).click();
  await expect.poll(async () => (await shownLanes(timeline))[0]).toBe(ZQ1);
});

test('the height of lanes is chosen and remembered', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  const height = async () => (await timeline.lane(DISK).boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: /^Lanes:/ }).click();
  await page.getByRole('menuitem', { name: 'Tall lanes' }).click();
  await expect.poll(height).toBeGreaterThan(before);
  await page.reload();
  await timeline.add(logFile('zq1_cluster.log', clusterLog('ZQ1')));
  expect(await height()).toBeGreaterThan(before);
});

test('quiet lanes fold themselves into a row that counts them and opens by key', async ({
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.open();
  await timeline.add(logFile('cluster.log', quietLog('ZQ1')));
  const resting = timeline.lane('node:ZQ1/resource:Cluster Disk 4');
  await expect(resting).toBeVisible();

  // In a view after they have come online nothing happens in four of the five.
  await timeline.lane(DISK).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F');
  const quiet = timeline.lane('node:ZQ1/quiet');
  await expect(quiet).toBeVisible();
  await expect(quiet).toContainText('4 quiet');
  await expect(resting).toBeHidden();
  await expect(timeline.lane(DISK)).toBeVisible();

  await quiet.focus();
  await page.keyboard.press('ArrowRight');
  await expect(resting).toBeVisible();
  await expect(quiet).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(resting).toBeHidden();

  await page.getByRole('button', { name: /^Lanes:/ }).click();
  await page.getByRole('menuitem', { name: 'Do not fold quiet lanes' }).click();
  await expect(quiet).toBeHidden();
  await expect(resting).toBeVisible();
});

test('the header of a node tells the worst thing in view', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await expect(timeline.lane(ZQ1)).toHaveAttribute('aria-description', /^worst in view: /);
});

test('zones are added one after another and all are copied from', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const timeline = await openTwoNodes(page);
  for (const zone of ['+08:00', 'America/New_York']) {
    await page.getByRole('button', { name: /^Second time zone/ }).click();
    await page.getByRole('combobox', { name: 'Other zone or offset' }).fill(zone);
    await page.getByRole('button', { name: 'Apply' }).click();
  }
  await expect(
    page.getByRole('button', { name: 'Second time zone: +08:00, America/New_York' }),
  ).toBeVisible();

  const { x, y } = await rightOf(timeline.lane(DISK), 0.5)();
  await page.mouse.click(x, y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /^Copy .* UTC$/ })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Copy .* \+08:00$/ })).toBeVisible();
  await page.getByRole('menuitem', { name: /^Copy .* -04:00$/ }).click();
  await expect(page.getByText(/^Copied 2017-09-15 .* -04:00/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^2017-09-15 16:\d\d:\d\d\.\d{3} -04:00$/,
  );
});

test('a drag with Shift measures a span, snaps to marks, and Escape clears it', async ({
  page,
}) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(DISK).focus();
  for (let mark = 0; mark < 3; mark++) await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+F');
  await page.waitForTimeout(400);

  // OnlinePending fills the view between its paddings: both edges are within reach of the pointer.
  const from = await rightOf(timeline.lane(DISK), 0.086)();
  const to = await rightOf(timeline.lane(DISK), 0.914)();
  await page.keyboard.down('Shift');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByRole('button', { name: /^Measured/ })).toHaveText('Measured 5 min 00 s');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Measured/ })).toBeHidden();
});

test('a selected interval is measured by key', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  await timeline.lane(DISK).focus();
  for (let mark = 0; mark < 3; mark++) await page.keyboard.press('Enter');
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: 'Measured 5 min 00 s' })).toBeVisible();
});

test('the way of zooms leads back to each of its steps', async ({ page }) => {
  const timeline = await openTwoNodes(page);
  const trail = page.getByRole('navigation', { name: 'Zooms' });
  await expect(trail.getByRole('button')).toHaveText(['Whole incident']);
  await timeline.lane(ZQ1).focus();
  await page.keyboard.press('+');
  await expect(trail.getByRole('button')).toHaveCount(2);
  await page.waitForTimeout(700);
  await page.keyboard.press('+');
  await expect(trail.getByRole('button')).toHaveCount(3);
  await trail.getByRole('button').nth(1).click();
  await expect(trail.getByRole('button')).toHaveCount(2);
  await trail.getByRole('button', { name: 'Whole incident' }).click();
  await expect(trail.getByRole('button')).toHaveCount(1);
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`lanes with all their tools are accessible (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const timeline = new TimelinePage(page);
    await timeline.open();
    await timeline.add(logFile('cluster.log', quietLog('ZQ1')));
    await timeline.lane(DISK).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+F');
    await expect(timeline.lane('node:ZQ1/quiet')).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: /^Measured/ })).toBeVisible();
    await timeline.expectAccessible();
    await page.getByRole('button', { name: /^Lanes:/ }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await timeline.expectAccessible();
  });
}
