namespace LoginVerification.EntityFrameworkCore;

/// <summary>
/// The writes of this process, one after the other where the database lets no two write at a time: SQLite does not wake who found it busy, but has them look
/// again after 150 ms, so that those who write seldom wait for seconds behind those who write often. Thread-safe.
/// </summary>
internal sealed class WriteQueue(bool isOneAtATime)
{
    private readonly SemaphoreSlim? turn = isOneAtATime ? new SemaphoreSlim(1) : null;

    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (turn is not null)
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(turn);
    }

    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
