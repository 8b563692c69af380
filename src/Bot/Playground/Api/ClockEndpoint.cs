using System.Text.Json.Serialization;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Playground.Api;

/// <summary>Moves the host's time forward, or back to the real time if nothing was stored in between.</summary>
internal static class ClockEndpoint
{
    public static async Task<Time> HandleAsync(
        Move move,
        PlaygroundClock clock,
        RelateDbContext context,
        LiveFeed feed,
        CancellationToken cancellationToken)
    {
        clock.MoveTo(move.Advance switch
        {
            Step.Day => clock.GetUtcNow().AddDays(1),
            Step.Week => clock.GetUtcNow().AddDays(7),
            Step.Now => await NowAsync(clock, context, cancellationToken),
            _ => throw new PlaygroundException(StatusCodes.Status400BadRequest, "Time goes on by a day or a week, or back to now."),
        });
        feed.Publish(LiveEvent.ClockMoved(clock.GetUtcNow()), _ => true);
        return new Time(clock.GetUtcNow());
    }

    private static async Task<DateTimeOffset> NowAsync(PlaygroundClock clock, RelateDbContext context,
        CancellationToken cancellationToken) =>
        await PlaygroundInitializer.NewestAsync(context, cancellationToken) is { } newest && newest > clock.Real
            ? throw new PlaygroundException(
                StatusCodes.Status409Conflict,
                "Something has been written in that future already, and time does not run backwards. To start over, stop RelateBot and "
                    + "delete its database.")
            : clock.Real;

    internal sealed record Move(Step Advance);

    internal sealed record Time(DateTimeOffset Now);

    [JsonConverter(typeof(JsonStringEnumConverter<Step>))]
    internal enum Step
    {
        Now,
        Day,
        Week,
    }
}
