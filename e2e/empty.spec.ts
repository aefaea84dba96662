import { builds } from './fixtures/builds.ts';
import { expect, test } from './fixtures/test.ts';

for (const { name, url } of builds) {
  test(`the ${name} opens empty and waits for logs`, async ({ page }) => {
    await page.goto(url);
    await expect(page.locator('html')).toHaveAttribute('data-heartline', 'empty');
    await expect(page.locator('#root')).not.toBeEmpty();
  });
}
