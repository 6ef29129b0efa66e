namespace LoginVerification.Testing;

/// <summary>What every port promises that only answers a question.</summary>
/// <typeparam name="TPort">The port.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
public abstract class QuestionContract<TPort, TAnswer> : PortContract
{
    private const int Callers = 8;

    /// <summary>The adapter under test, which can answer: a look-up that fails is not under test here.</summary>
    protected abstract TPort Open();

    /// <summary>Asks for an account and a number, both unknown to everybody.</summary>
    /// <param name="port">The adapter.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    protected abstract ValueTask<TAnswer> AskAsync(TPort port, CancellationToken cancellationToken);

    /// <summary>What is wrong with an answer, or null.</summary>
    /// <param name="answer">The answer.</param>
    protected abstract string? FaultIn(TAnswer answer);

    /// <summary>A clause.</summary>
    public async Task The_unknown_get_a_proper_answer() =>
        DemandProper(await AskAsync(Open(), CancellationToken.None).ConfigureAwait(false));

    /// <summary>A clause.</summary>
    public async Task Many_are_answered_at_once()
    {
        var port = Open();
        foreach (var answer in await Demand.AtOnceAsync(Callers, _ => AskAsync(port, CancellationToken.None).AsTask()).ConfigureAwait(false))
            DemandProper(answer);
    }

    /// <summary>A clause.</summary>
    public Task A_cancelled_question_is_answered_or_ends_as_cancelled() => Demand.DoneOrCancelledAsync(
        async cancelled => DemandProper(await AskAsync(Open(), cancelled).ConfigureAwait(false)));

    private void DemandProper(TAnswer answer)
    {
        if (FaultIn(answer) is { } fault)
            throw new ContractViolationException($"{typeof(TPort).Name} answered {answer?.ToString() ?? "null"}: {fault}");
    }
}
