"""A Slurm cluster of this machine alone, for as long as it is needed."""
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import time

CONFIG = """ClusterName=here
SlurmctldHost={host}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CryptoType=crypto/munge
SlurmUser=root
SlurmctldPort={port}
SlurmdPort={next_port}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName={host} CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(('', 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(folder, skip):
    """Gives what a client needs in its environment; calls `skip` where Slurm cannot be started."""
    for program in ('slurmctld', 'slurmd', 'sbatch', 'munged'):
        if not shutil.which(program, path=os.environ['PATH'] + ':/usr/sbin:/sbin'):
            skip(f'there is no {program}')
    if os.geteuid() != 0:
        skip('slurmd and slurmctld are started as root only')
    path = os.environ['PATH'] + ':/usr/sbin:/sbin'
    for name in ('munge', 'state', 'spool'):
        (folder / name).mkdir(parents=True)
    key = folder / 'munge/key'
    key.write_bytes(os.urandom(1024))
    key.chmod(0o400)
    (folder / 'munge').chmod(0o711)
    config = folder / 'slurm.conf'
    config.write_text(CONFIG.format(host=socket.gethostname().split('.')[0], folder=folder,
                                    port=free_port(), next_port=free_port(), cpus=os.cpu_count()))
    settings = {'SLURM_CONF': str(config), 'PATH': path}
    daemons = []

    def start(*words):
        log = open(folder / f'{pathlib.Path(words[0]).name}.out', 'wb')  # closed with the process
        daemons.append(subprocess.Popen(words, env=os.environ | settings, stdout=log, stderr=log))

    try:
        start('munged', '--foreground', '--force', f'--key-file={key}',
              f'--socket={folder}/munge/socket', f'--pid-file={folder}/munge/pid',
              f'--log-file={folder}/munge/log', f'--seed-file={folder}/munge/seed')
        time.sleep(1)
        start('slurmctld', '-D', '-f', str(config))
        start('slurmd', '-D', '-f', str(config))
        for _ in range(60):
            time.sleep(1)
            nodes = subprocess.run(['sinfo', '--noheader', '--format', '%T'], text=True,
                                   env=os.environ | settings, capture_output=True, check=False)
            if nodes.stdout.strip() in ('idle', 'mixed', 'allocated'):
                break
        else:
            logs = ''.join((folder / f'{name}.log').read_text(errors='replace')[-400:]
                           for name in ('slurmctld', 'slurmd') if (folder / f'{name}.log').exists())
            skip(f'Slurm does not start here: {logs}')
        yield settings
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
