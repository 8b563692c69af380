using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>Reads people's working hours from Outlook: https://learn.microsoft.com/graph/api/user-get-mailboxsettings</summary>
public sealed class MailboxWorkingHoursReader(GraphClient graph, TimeProvider clock)
{
    // Longer than one run and shorter than a day, so that a revoked permission is noticed the next night.
    private static readonly TimeSpan longestReading = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> answered = new();

    /// <summary>Returns working hours by Entra id. People without a readable mailbox are left out.</summary>
    public async Task<IReadOnlyDictionary<string, AccountDetails>> ReadAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken)
    {
        var details = new Dictionary<string, AccountDetails>(StringComparer.Ordinal);
        foreach (var ids in externalIds.Chunk(GraphClient.MostAtOnce))
        {
            var answers = await graph.ReadAsync(
                workspace.ExternalId,
                [.. ids.Select(id => $"/users/{Uri.EscapeDataString(id)}/mailboxSettings/workingHours")],
                cancellationToken);
            Require(workspace, [.. answers.Select(answer => answer.Status)]);
            foreach (var (id, answer) in ids.Zip(answers))
            {
                if (answer is { Status: HttpStatusCode.OK, Body.ValueKind: JsonValueKind.Object } && TryRead(answer.Body) is { } told)
                {
                    details[id] = told;
                }
            }
        }

        return details;
    }

    /// <summary>A single mailbox may be unreadable. If all are, the permission is missing.</summary>
    private void Require(Workspace workspace, IReadOnlyCollection<HttpStatusCode> statuses)
    {
        var now = clock.GetUtcNow();
        if (statuses.Contains(HttpStatusCode.OK))
        {
            answered[workspace.Id] = now;
        }
        else if (statuses.Contains(HttpStatusCode.Forbidden)
            && !(answered.TryGetValue(workspace.Id, out var last) && now - last < longestReading))
        {
            throw new PlatformException(
                "Microsoft Graph does not let me read working hours. Grant the app registration the application permission "
                + "MailboxSettings.Read, with admin consent, "
                + "or set Teams:ReadWorkingHours to false.",
                isPermanent: true);
        }
    }

    private static AccountDetails? TryRead(JsonElement body)
    {
        try
        {
            return body.Deserialize(TeamsJson.Wire.GraphWorkingHours) is { } told
                && TimeOf(told.StartTime) is { } start
                && TimeOf(told.EndTime) is { } end
                && start < end
                ? new AccountDetails { WorkingHours = new WorkingHours(start, end), TimeZone = IanaTimeZone.Find(told.TimeZone?.Name) }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeOnly? TimeOf(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
}
