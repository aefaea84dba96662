import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { LogFile } from '../fixtures/logs.ts';

/** The page as a reader knows it: by roles, names and the hooks that it promises. */
export class TimelinePage {
  readonly page: Page;
  readonly lanes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.lanes = page.getByRole('treegrid', { name: 'Timeline', exact: true });
  }

  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await expect(this.page.locator('#root')).not.toBeEmpty();
  }

  /** Gives files to "Add logs" and waits until they are read. */
  async add(...files: readonly LogFile[]): Promise<void> {
    await this.page.getByLabel('Add logs').setInputFiles([...files]);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.state('ready');
  }

  async state(state: 'empty' | 'loading' | 'ready' | 'error'): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-heartline', state, {
      timeout: 20_000,
    });
  }

  lane(key: string): Locator {
    return this.lanes.locator(`[data-lane="${key}"]`);
  }

  /** Opens a tab of the details or of the tables and gives its panel. */
  async tab(name: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    return this.page.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
  }

  /** The card of a source in the sources panel. */
  source(path: string): Locator {
    return this.page.getByRole('region', { name: path, exact: true });
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
    expect(found).toEqual([]);
  }
}
