using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Scale;

/// <summary>Writes rows by COPY, column by column as the library's model has them.</summary>
internal sealed class RowCopy<TRow>
    where TRow : class
{
    private readonly string copy;
    private readonly Func<TRow, object?>[] columns;

    public RowCopy(IModel model)
    {
        var table = model.FindEntityType(typeof(TRow))!;
        var properties = table.GetProperties().ToList();
        copy = $"COPY \"{table.GetTableName()}\" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) FROM STDIN (FORMAT BINARY)";
        columns = [.. properties.Select(ColumnOf)];
    }

    public async Task WriteAsync(NpgsqlConnection connection, IEnumerable<TRow> rows)
    {
        await using var import = await connection.BeginBinaryImportAsync(copy);
        import.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            foreach (var column in columns)
            {
                if (column(row) is { } value)
                    await import.WriteAsync(value);
                else
                    await import.WriteNullAsync();
            }
        }

        await import.CompleteAsync();
    }

    private static Func<TRow, object?> ColumnOf(IProperty property)
    {
        var (read, stored) = (property.PropertyInfo!, property.GetTypeMapping().Converter);
        return row => stored is null ? read.GetValue(row) : stored.ConvertToProvider(read.GetValue(row));
    }
}
