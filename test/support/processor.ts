/** Milliseconds of the processor's time of this process and its threads since `began`: what else the machine is doing does not count. */
export function processorMilliseconds(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
