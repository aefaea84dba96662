import { builds } from './fixtures/builds.ts';
import { expect, test } from './fixtures/test.ts';

// The browser reports what it refuses as an error in the console.
test.use({ expectedConsole: [/Content Security Policy/] });

for (const { name, url } of builds) {
  test(`the ${name} cannot fetch`, async ({ page }) => {
    await page.goto(url);
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          fetch(location.href).catch(() => undefined);
        }),
    );
    expect(refused).toBe('connect-src');
  });

  test(`a worker of the ${name} runs and cannot fetch`, async ({ page }) => {
    await page.goto(url);
    const refused = await page.evaluate(() => {
      const code = `
        addEventListener('securitypolicyviolation', (event) => postMessage(event.effectiveDirective));
        fetch(${JSON.stringify(location.href)}).then(() => postMessage('fetched'), () => undefined);
      `;
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error('the worker did not start'));
      });
    });
    expect(refused).toBe('connect-src');
  });

  test(`the ${name} runs no text as code`, async ({ page }) => {
    await page.goto(url);
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) =>
            resolve(event.effectiveDirective),
          );
          const script = document.createElement('script');
          script.textContent = 'document.title = "injected"';
          document.body.append(script);
        }),
    );
    expect(refused).toBe('script-src-elem');
    await expect(page).not.toHaveTitle('injected');
  });
}

test('the server sends the policy with the page', async ({ request }) => {
  const policy = (await request.get('./')).headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});
