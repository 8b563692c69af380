using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RelateBot.Benchmarks.Commands;

/// <summary>Sends signed <c>/thanks</c> commands from many people with a given concurrency, and measures each one's time.</summary>
internal sealed class Load(HttpMessageInvoker client, string secret, string team, int people)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(secret);
    private long sent;

    public async Task<LoadResult> RunAsync(Server server, int concurrency, TimeSpan duration)
    {
        var target = new Uri(server.Address, "/slack/commands");
        var processor = server.ProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(() => WorkAsync(target, start, duration))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new LoadResult(
            [.. workers.SelectMany(worker => worker.Times)],
            workers.Sum(worker => worker.Errors),
            elapsed,
            server.ProcessorTime - processor);
    }

    /// <summary>One command; true when it was acknowledged.</summary>
    public async Task<bool> SendAsync(Uri target, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref sent);
        var giver = number % people;
        var receiver = (giver + 1 + (number / people)) % people;
        var body = Encoding.UTF8.GetBytes(
            $"token=x&team_id={team}&team_domain=bench&channel_id=C01&channel_name=general&user_id=U{giver:D8}&user_name=u{giver}&command=%2Fthanks" +
            $"&text=%3C%40U{receiver:D8}%7Cu{receiver}%3E+for+the+help+with+case+{number}+%23patience&api_app_id=A1&is_enterprise_install=false" +
            $"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id={number}.{Environment.ProcessId}.bench");
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", Sign(timestamp, body));
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            && (answer.Contains("You thanked", StringComparison.Ordinal) || answer.Contains("Recorded", StringComparison.Ordinal));
    }

    private async Task<(List<double> Times, int Errors)> WorkAsync(Uri target, long start, TimeSpan duration)
    {
        List<double> times = [];
        var errors = 0;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            var before = Stopwatch.GetTimestamp();
            if (await SendAsync(target, CancellationToken.None))
            {
                times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
            else
            {
                errors++;
            }
        }

        return (times, errors);
    }

    private string Sign(string timestamp, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
