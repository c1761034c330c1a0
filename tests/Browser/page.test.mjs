// Uses the sandbox's page as a newcomer would: declare, take command, set the severity, pin, resolve.
// node page.test.mjs <address> [folder for screenshots]
import { chromium } from 'playwright-core';

const [address, shots] = process.argv.slice(2);
const wait = 15_000;

let page;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});
try {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  await untilServed(page);

  await page.locator('.welcome').waitFor({ timeout: wait });
  await page.getByRole('link', { name: 'general' }).first().click();
  await page.getByRole('heading', { name: 'general' }).waitFor({ timeout: wait });
  if (await page.locator('.welcome').count()) throw new Error('The welcome follows into every channel.');
  const field = page.locator('.composer-field').first();
  await field.pressSequentially('@b');
  const first = await page.locator('.suggest-label').first().innerText({ timeout: wait });
  if (first !== '@bob') throw new Error(`@b offers ${first} first.`);
  await field.fill('');

  await say(page, '/incident declare Checkout is failing');
  await page.getByRole('heading', { name: 'inc-1-checkout-is-failing' }).waitFor({ timeout: wait });
  const card = page.locator('.message', { hasText: 'no commander' }).filter({ hasText: '#1 Checkout is failing' }).last();
  await card.waitFor({ timeout: wait });

  await page.getByRole('button', { name: 'Take command' }).click();
  await page.getByText('You command now.').waitFor({ timeout: wait });
  await say(page, '/incident sev 1 cards are refused');
  await page.getByText('Severity set to', { exact: false }).first().waitFor({ timeout: wait });
  await page.getByText('SEV-1 CRITICAL').first().waitFor({ timeout: wait });
  await page.mouse.wheel(0, -5_000);
  await shoot(page, 'declared');

  await say(page, '/incident note fix: cache restarted');
  await page.getByText('On the timeline', { exact: false }).first().waitFor({ timeout: wait });
  await say(page, '/incident resolve');
  await page.getByText('Resolved', { exact: false }).first().waitFor({ timeout: wait });
  await shoot(page, 'resolved');

  if (errors.length > 0) throw new Error(`The page threw: ${errors.join('; ')}`);
  console.log('The page works.');
} catch (error) {
  if (page) console.error(await page.locator('body').innerText());
  throw error;
} finally {
  await browser.close();
}

/** The bot connects a moment after the page is there. */
async function untilServed(page) {
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await fetch(new URL('_sandbox/state', address)).catch(() => null);
    if (answer?.ok && (await answer.json()).app.is_installed) {
      await page.goto(address);
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error('The sandbox did not start.');
}

async function say(page, text) {
  const composer = page.locator('textarea').first();
  await composer.fill(text);
  await composer.press('Enter');
}

async function shoot(page, name) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}
