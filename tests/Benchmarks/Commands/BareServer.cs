using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RelateBot.Benchmarks.Commands;

/// <summary>
/// What a command costs at the very least: Kestrel, the signature, one row in SQLite (WAL, synchronous FULL), one transaction
/// each. It prints its address and serves until it is killed.
/// </summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string database, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();

        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using (var prepare = connection.CreateCommand())
        {
            prepare.CommandText = """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                CREATE TABLE commands (trigger_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, text TEXT NOT NULL, received_at TEXT NOT NULL);
                """;
            await prepare.ExecuteNonQueryAsync();
        }

        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO commands VALUES ($trigger, $user, $text, $at)";
        string[] names = ["$trigger", "$user", "$text", "$at"];
        foreach (var name in names)
        {
            insert.Parameters.Add(name, SqliteType.Text);
        }

        var key = Encoding.UTF8.GetBytes(secret);
        using var gate = new SemaphoreSlim(1);
        app.MapPost("/slack/commands", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            if (!IsSigned(key, request, body.GetBuffer().AsSpan(0, (int)body.Length)))
            {
                return Results.Unauthorized();
            }

            var form = new FormReader(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)).ReadForm();
            await gate.WaitAsync();
            try
            {
                insert.Parameters[0].Value = form["trigger_id"].ToString();
                insert.Parameters[1].Value = form["user_id"].ToString();
                insert.Parameters[2].Value = form["text"].ToString();
                insert.Parameters[3].Value = TimeProvider.System.GetUtcNow().ToString("O");
                await insert.ExecuteNonQueryAsync();
            }
            finally
            {
                gate.Release();
            }

            return Results.Json(new { response_type = "ephemeral", text = "Recorded." });
        });

        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Services
            .GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses
            .First());
        await ((IHost)app).WaitForShutdownAsync();
        return 0;
    }

    private static bool IsSigned(byte[] key, HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{request.Headers["X-Slack-Request-Timestamp"]}:"));
        hash.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes($"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}"),
            Encoding.ASCII.GetBytes(request.Headers["X-Slack-Signature"].ToString()));
    }
}
