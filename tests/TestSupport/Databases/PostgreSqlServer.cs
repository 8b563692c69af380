using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using RelateBot.Infrastructure.Persistence.Database;

namespace RelateBot.TestSupport.Databases;

/// <summary>
/// One PostgreSQL server for the whole test run, in a temporary folder and on its own port. A shell watches the test process through its
/// input: when the process ends for any reason, the shell stops the server and removes the folder.
/// </summary>
public sealed class PostgreSqlServer
{
    /// <summary>The migrated database from which others are copied.</summary>
    public const string Template = "relatebot_template";

    private const string User = "relatebot";

    // Test data needn't survive a power failure, so nothing waits for the disk.
    private const string Watch = """
        set -eu
        folder=$(mktemp -d "${TMPDIR:-/tmp}/relatebot-postgres-XXXXXX")
        server=
        trap 'test -z "$server" || { kill -INT "$server"; wait "$server"; } || true; rm -rf "$folder"' EXIT
        trap 'exit 1' INT TERM HUP
        "$1/initdb" --pgdata="$folder/data" --username=relatebot --auth=trust --encoding=UTF8 --no-locale --no-sync >&2
        "$1/postgres" -D "$folder/data" -k "$folder" -p "$2" -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off &
        server=$!
        cat >/dev/null
        """;

    private static readonly Lazy<Task<PostgreSqlServer>> Running = new(StartAsync);

    private readonly int port;

    private PostgreSqlServer(int port) => this.port = port;

    /// <summary>The server, started on first use.</summary>
    public static Task<PostgreSqlServer> RunningAsync() => Running.Value;

    /// <summary>Returns the connection string of a database.</summary>
    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = port, Username = User, Database = database, MaxPoolSize = 40,
    }.ConnectionString;

    /// <summary>Runs a statement on the server.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringTo("postgres"));
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names of databases cannot be parameters, and they are made here.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = new PostgreSqlServer(FreePort());
        await server.LaunchAsync();
        await server.ExecuteAsync($"CREATE DATABASE {Template}");

        // Without a pool, because a template with open connections can't be copied.
        await using var store = new TestStore(DatabaseProvider.PostgreSql, server.ConnectionStringTo(Template) + ";Pooling=false");
        await store.MigrateAsync();
        return server;
    }

    private async Task LaunchAsync()
    {
        // PostgreSQL doesn't run as root.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh"] : ["sh"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], "-c", Watch, "sh", PostgreSqlPrograms.Folder!, $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        var watch = new Process { StartInfo = start, EnableRaisingEvents = true };
        watch.Exited += (_, _) => ready.TrySetException(new InvalidOperationException(
            $"PostgreSQL did not start: {string.Join('\n', said)}"));
        watch.ErrorDataReceived += (_, line) =>
        {
            said.Add(line.Data ?? "");
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) is true)
            {
                ready.TrySetResult();
            }
            else if (line.Data?.Contains("FATAL", StringComparison.Ordinal) is true)
            {
                ready.TrySetException(new InvalidOperationException($"PostgreSQL did not start: {line.Data}"));
            }
        };
        watch.Start();
        watch.BeginErrorReadLine();
        watch.BeginOutputReadLine();
        await ready.Task;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
