import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { variableHelp } from '../src/config.js';

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const text = (path: string) => readFileSync(root(path), 'utf8');
const known = new Set([...variableHelp.map(([name]) => name), 'NODE_ENV']);

describe('what deploy/ holds', () => {
  test('the container copies what is there, starts as nobody special, and sets only what the program reads', () => {
    const lines = text('deploy/Containerfile').split('\n');
    const copied = lines.flatMap((line) => /^COPY --from=build \/build\/(\S+) /.exec(line)?.[1] ?? []);
    // dist/ is made by the build, node_modules by npm.
    for (const path of copied.filter((path) => !['dist', 'node_modules'].includes(path)))
      expect(existsSync(root(path)), path).toBe(true);
    const set = lines.filter((line) => line.startsWith('ENV ')).flatMap((line) => line.slice(4).split(' '));
    for (const one of set) expect(known).toContain(one.split('=')[0]);
    expect(lines).toContain('USER node');
    expect(lines.at(-2)).toBe('CMD ["node", "dist/main.js", "start"]');
    const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(text('package.json')));
    expect(engines.node).toContain(/node:(\d+)/.exec(lines.join('\n'))?.[1]);
  });

  test('the Kubernetes manifests have the shapes that the server wants', () => {
    const [deployment, budget] = parseAllDocuments(text('deploy/kubernetes.yaml')).map((each) => each.toJS());
    const labels = z.object({ app: z.literal('gongjian') });
    const probe = z.strictObject({
      httpGet: z.strictObject({ path: z.enum(['/live', '/ready']), port: z.literal(9464) }),
      periodSeconds: z.number().min(1),
      failureThreshold: z.number().min(1).optional(),
      timeoutSeconds: z.number().min(3).optional(),
    });
    const container = z.strictObject({
      name: z.string(),
      image: z.string(),
      envFrom: z.array(z.strictObject({ secretRef: z.strictObject({ name: z.literal('gongjian') }) })),
      env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      startupProbe: probe,
      livenessProbe: probe,
      readinessProbe: probe,
      resources: z.strictObject({
        requests: z.record(z.enum(['cpu', 'memory']), z.string()),
        limits: z.strictObject({ memory: z.string() }),
      }),
      securityContext: z.strictObject({
        allowPrivilegeEscalation: z.literal(false),
        capabilities: z.strictObject({ drop: z.array(z.string()) }),
      }),
    });
    const read = z
      .strictObject({
        apiVersion: z.literal('apps/v1'),
        kind: z.literal('Deployment'),
        metadata: z.strictObject({ name: z.string(), labels }),
        spec: z.strictObject({
          replicas: z.number().min(2),
          selector: z.strictObject({ matchLabels: labels }),
          strategy: z.strictObject({
            type: z.literal('RollingUpdate'),
            rollingUpdate: z.strictObject({ maxUnavailable: z.literal(0), maxSurge: z.number().min(1) }),
          }),
          template: z.strictObject({
            metadata: z.strictObject({ labels }),
            spec: z.strictObject({
              terminationGracePeriodSeconds: z.number().min(20),
              securityContext: z.strictObject({
                runAsNonRoot: z.literal(true),
                runAsUser: z.number(),
                fsGroup: z.number(),
              }),
              containers: z.array(container).length(1),
            }),
          }),
        }),
      })
      .parse(deployment);
    for (const { name } of read.spec.template.spec.containers.flatMap(({ env }) => env)) expect(known).toContain(name);
    expect(budget).toMatchObject({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { minAvailable: 1 } });
  });

  const verifier = spawnSync('systemd-analyze', ['--version']).status === 0;
  test.skipIf(!verifier)('systemd finds nothing wrong with the unit', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', root('deploy/gongjian.service')], { encoding: 'utf8' });
    // The machine that tests may have its program elsewhere, and no such manual.
    const complaints = stderr
      .split('\n')
      .filter((line) => line.includes('gongjian.service') && !/bin\/gongjian|file:\/\//.test(line));
    expect(complaints).toEqual([]);
  });

  test('the operator’s page names settings that there are', () => {
    // A person's own token, for a check by hand: no setting of the program.
    for (const [name] of text('docs/operating.md').matchAll(/\b(GONGJIAN_[A-Z_]+|SLACK_[A-Z_]+)\b/g))
      expect([...known, 'SLACK_CONFIG_TOKEN']).toContain(name);
  });
});
