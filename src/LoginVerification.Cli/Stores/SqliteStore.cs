using System.Security.Cryptography;
using System.Text;
using LoginVerification.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Cli;

/// <summary>A SQLite file, and its key in a file beside it: what is kept is sealed, and whoever has both files can read it.</summary>
internal sealed class SqliteStore : IWalkStore
{
    private const string CountTable = "SELECT COUNT(*) FROM sqlite_master WHERE name = @table";

    private readonly string file;
    private byte[] key = [];

    private SqliteStore(string written, string file)
    {
        this.file = file;
        Name = $"sqlite:{Shown.WithoutNumbers(written)}";
    }

    public string Name { get; }

    private string Key => $"{file}.key";

    private string KeyName => $"\"{Name["sqlite:".Length..]}.key\"";

    private string Connection => new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate }.ToString();

    /// <exception cref="BadInputException">No file can be of that name.</exception>
    public static SqliteStore At(string written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Contains('\0', StringComparison.Ordinal))
            throw new BadInputException("--store sqlite: names no file. Write, for example, sqlite:walk.db.");
        if (written is ":memory:")
            throw new BadInputException("--store sqlite::memory: keeps nothing. Name a file, or leave the option out.");
        return new SqliteStore(written, Path.GetFullPath(written));
    }

    public async Task<byte[]> PrepareAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(file))
            throw Complain("is a directory. Name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw Complain("is in a directory that is not there. Make the directory, or name a file in another one.");
        try
        {
            if (File.Exists(file) && new FileInfo(file).Length > 0)
                await LookAsync(cancellationToken);
            else if (!File.Exists(Key))
                KeyFile.Create(Key);
            key = KeyFile.Read(Key) ?? throw Complain($"has no key: {KeyName} holds something else. Put the key back, or name a new file.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Complain($"cannot be written with its key ({failure.GetType().Name}). Name a file in a directory that you may write to.");
        }

        return Derive("codes");
    }

    public void AddTo(LoginVerificationBuilder builder) => builder.UseSqlite(Connection, options => options.SealingKeys["walk"] = Derive("sealing"));

    public Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken) => services.MigrateLoginVerificationAsync(cancellationToken);

    public string? Explain(Exception failure) => failure switch
    {
        // The codes of https://sqlite.org/rescode.html.
        SqliteException { SqliteErrorCode: 5 or 6 } => "is locked by another process. Wait until that ends, and try again.",
        SqliteException { SqliteErrorCode: 8 or 14 } => "cannot be written. Make the file and its directory writable for you, or name another file.",
        SqliteException { SqliteErrorCode: 11 or 26 } => "is no SQLite database, or a damaged one. Name another file.",
        SqliteException { SqliteErrorCode: 13 } => "finds the disk full. Make room, and try again.",
        SqliteException other => $"cannot be used (SQLite's result code {other.SqliteExtendedErrorCode}). Name another file.",
        SealedDataException => $"was not sealed by the key in {KeyName}. Put its key back, or name a new file.",
        _ => null,
    };

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // SQLite itself asks whether it can write; root always can, whatever the owner said of the file.
        if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
            throw Complain("is read-only. Make it writable for you, or name another file.");
        await using (var connection = new SqliteConnection(Connection))
        {
            await connection.OpenAsync(cancellationToken);
            if (await SchemaLook.ComplaintAsync(connection, CountTable, typeof(SqliteBuilderExtensions).Assembly, cancellationToken) is { } complaint)
                throw Complain(complaint);
        }

        if (!File.Exists(Key))
            throw Complain($"has no key: {KeyName} is missing. Put it back, or name a new file.");
    }

    private byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, key.Length, info: Encoding.UTF8.GetBytes($"LoginVerification walk {purpose}"));

    private BadInputException Complain(string complaint) => new($"--store \"{Name}\" {complaint}");
}
