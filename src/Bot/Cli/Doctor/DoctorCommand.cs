using System.CommandLine;
using RelateBot.Bot.Hosting;
using Spectre.Console;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary><c>doctor</c>: finds problems and says how to fix them. It changes nothing.</summary>
internal sealed class DoctorCommand(IAnsiConsole console)
    : BotCommand("doctor", "Look at settings, database, tokens, outbox and clock; say what is wrong and how to mend it.", console)
{
    protected override async Task<int> RunAsync(ParseResult arguments, string[] settings, CancellationToken cancellationToken)
    {
        await using var bot = BuildServices(settings);
        var services = bot.Services;
        var secrets = new SecretScrubber(bot.Configuration);
        IDoctorCheck[] checks =
        [
            new SettingsCheck(services),
            new DatabaseCheck(services),
            .. services.GetServices<IDoctorCheck>(),
            new OutboxCheck(services),
            new ClockCheck(services),
        ];

        var problems = 0;
        foreach (var check in checks)
        {
            await foreach (var finding in RunAsync(check, cancellationToken))
            {
                problems += finding is Finding.Problem ? 1 : 0;
                Tell(check.Name, finding, secrets);
            }
        }

        Say(problems switch
        {
            0 => "All is well.",
            1 => "One problem.",
            _ => $"{problems} problems.",
        });
        return problems == 0 ? ExitCodes.Success : ExitCodes.CompletedWithIssues;
    }

    private static async IAsyncEnumerable<Finding> RunAsync(
        IDoctorCheck check, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var findings = check.RunAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            Finding? finding;
            try
            {
                finding = await findings.MoveNextAsync() ? findings.Current : null;
            }
#pragma warning disable CA1031 // Any exception in a check is reported to the administrator, and the other checks still run.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                finding = new Finding.Problem(
                    $"could not be looked at: {exception.Message}",
                    "Mend what the message names, then run doctor again.");
            }

            if (finding is null)
            {
                yield break;
            }

            yield return finding;
        }
    }

    private void Tell(string name, Finding finding, SecretScrubber secrets)
    {
        var (mark, colour) = finding switch
        {
            Finding.Good => ("ok", Color.Green),
            Finding.Note => ("note", Color.Yellow),
            _ => ("problem", Color.Red),
        };
        Console.Write(new Text($"{mark,-8}", new Style(colour)));
        Say($"{name}: {secrets.Scrub(finding.What)}");
        if (finding is Finding.Problem problem)
        {
            Say($"        {secrets.Scrub(problem.Mend)}");
        }
    }
}
