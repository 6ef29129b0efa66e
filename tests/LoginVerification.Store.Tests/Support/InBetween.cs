using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoginVerification.Store.Tests;

/// <summary>Lets something happen just before a command to the database, counted from when it is armed.</summary>
internal sealed class InBetween : DbCommandInterceptor
{
    private int left;
    private Func<Task>? happening;

    /// <summary>Whether it happened.</summary>
    public bool IsOver => happening is null;

    /// <summary>Plans what shall happen before which command, the first being 1.</summary>
    public void Before(int command, Func<Task> what) => (left, happening) = (-command, what);

    /// <summary>Begins to count.</summary>
    public void Arm() => left = -left;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (left > 0 && --left == 0)
        {
            var what = happening!;
            happening = null;
            await what();
        }

        return result;
    }
}
