using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>
/// Stands between a client and PostgreSQL, and writes down what the client says: each statement with its parameters as they go over the wire, and where it
/// waits for an answer. So nothing that a client does escapes it, whatever library it uses.
/// </summary>
internal sealed class WireTap : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<Exchange> heard = [];
    private readonly int server;

    public WireTap(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The same connection, by way of the tap.</summary>
    public string To(string connection) => new NpgsqlConnectionStringBuilder(connection)
    {
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>What was said since the last time.</summary>
    public IReadOnlyList<Exchange> Take()
    {
        lock (heard)
        {
            Exchange[] taken = [.. heard];
            heard.Clear();
            return taken;
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            var upstream = new TcpClient(IPAddress.Loopback.ToString(), server);
            client.NoDelay = upstream.NoDelay = true;
            _ = upstream.GetStream().CopyToAsync(client.GetStream());
            _ = ListenAsync(client.GetStream(), upstream.GetStream());
        }
    }

    private async Task ListenAsync(NetworkStream client, NetworkStream upstream)
    {
        // The first message has no type; every other one begins with one byte for it.
        await upstream.WriteAsync(await ReadAsync(client, 0));
        var said = new Conversation();
        while (true)
        {
            var message = await ReadAsync(client, 1);
            lock (heard)
                heard.AddRange(said.Hear(message));
            await upstream.WriteAsync(message);
        }
    }

    private static async Task<byte[]> ReadAsync(NetworkStream from, int typeLength)
    {
        var head = new byte[typeLength + sizeof(int)];
        await from.ReadExactlyAsync(head);
        var message = new byte[typeLength + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(typeLength))];
        head.CopyTo(message, 0);
        await from.ReadExactlyAsync(message.AsMemory(head.Length));
        return message;
    }

    /// <summary>What one client says, message by message.</summary>
    private sealed class Conversation
    {
        private readonly Dictionary<string, (string Sql, int[] Types)> parsed = [];
        private List<Statement> batch = [];

        public IEnumerable<Exchange> Hear(byte[] message)
        {
            var reader = new MessageReader(message.AsSpan(1 + sizeof(int)));
            switch ((char)message[0])
            {
                case 'Q':
                    return [new Exchange([new Statement(reader.Text(), [])], IsSimple: true)];
                case 'P':
                    parsed[reader.Text()] = (reader.Text(), reader.Types());
                    return [];
                case 'B':
                    _ = reader.Text();
                    var (sql, types) = parsed[reader.Text()];
                    batch.Add(new Statement(sql, reader.Parameters(types)));
                    return [];
                case 'S' when batch.Count > 0:
                    var exchange = new Exchange(batch, IsSimple: false);
                    batch = [];
                    return [exchange];
                default:
                    return [];
            }
        }
    }

    private ref struct MessageReader(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> rest = rest;

        public string Text()
        {
            var text = Encoding.UTF8.GetString(Take(rest.IndexOf((byte)0)));
            Take(1);
            return text;
        }

        public int[] Types()
        {
            var types = new int[Short()];
            for (var i = 0; i < types.Length; i++)
                types[i] = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
            return types;
        }

        public Parameter[] Parameters(int[] types)
        {
            Take(Short() * sizeof(short));
            var parameters = new Parameter[Short()];
            for (var i = 0; i < parameters.Length; i++)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));
                parameters[i] = new Parameter(types[i], length < 0 ? null : Take(length).ToArray());
            }

            return parameters;
        }

        private int Short() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

        private ReadOnlySpan<byte> Take(int length)
        {
            var taken = rest[..length];
            rest = rest[length..];
            return taken;
        }
    }
}

/// <summary>What goes to the server before its answer is waited for.</summary>
internal sealed record Exchange(IReadOnlyList<Statement> Statements, bool IsSimple)
{
    /// <summary>What has to be the same of two clients that do the same: all but the values.</summary>
    public override string ToString() => string.Join("; ", Statements.Select(statement =>
        string.Create(CultureInfo.InvariantCulture, $"{statement.Sql} [{string.Join(", ", statement.Parameters.Select(parameter => $"{parameter.Type}:{parameter.Value?.Length}"))}]")));
}

internal sealed record Statement(string Sql, IReadOnlyList<Parameter> Parameters);

/// <summary>A parameter of the binary protocol; its type is the server's number for it.</summary>
internal sealed record Parameter(int Type, byte[]? Value);
