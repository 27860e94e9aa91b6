/** Whether a process of this machine with that id runs, be it somebody else's. What is no process id: no. */
export function isProcessRunning(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it: it runs, as somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
