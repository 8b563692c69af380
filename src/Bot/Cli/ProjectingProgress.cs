using RelateBot.Infrastructure.Persistence.Projections;
using Spectre.Console;

namespace RelateBot.Bot.Cli;

/// <summary>Shows a progress bar while the projections catch up with the ledger.</summary>
internal static class ProjectingProgress
{
    public static Task ShowProjectingAsync(this IAnsiConsole console, Projector projector, CancellationToken cancellationToken) =>
        console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Counting flows");
            var most = 1;
            await projector.DrainAsync(
                left =>
                {
                    most = Math.Max(most, left);
                    task.Value = 100.0 * (most - left) / most;
                },
                cancellationToken);
            task.Value = 100;
        });
}
