using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RelateBot.TestSupport.Teams;

/// <summary>
/// Handles a call to Microsoft Graph. Only <c>$batch</c> and working hours exist: https://learn.microsoft.com/graph/json-batching
/// </summary>
internal sealed class TeamsGraph(TeamsStandIn standIn, HttpContext context)
{
    public const string Audience = "https://graph.microsoft.com";

    private const int MostAtOnce = 20;

    private sealed record Answered(string Id, int Status, object Body, int? RetryAfter = null);

    public async Task AnswerAsync()
    {
        if (!standIn.IsGood(context.Request.Headers.Authorization, Audience))
            await RefuseAsync(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken");
        else if ((context.Request.Method, context.Request.Path.Value) is not ("POST", "/v1.0/$batch"))
            await RefuseAsync(StatusCodes.Status400BadRequest, "BadRequest");
        else if (standIn.TakeFault(TeamsOperation.Batch) is { } fault) await RefuseAsync(fault.Status, fault.Code, fault.RetryAfter);
        else if (!context.Request.HasJsonContentType())
            await RefuseAsync(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType");
        else await AnswerBatchAsync((await JsonDocument.ParseAsync(context.Request.Body)).RootElement
            .GetProperty("requests")
            .EnumerateArray()
            .ToList());
    }

    private async Task AnswerBatchAsync(List<JsonElement> requests)
    {
        if (requests.Count is 0 or > MostAtOnce || requests.DistinctBy(IdOf, StringComparer.OrdinalIgnoreCase).Count() < requests.Count)
        {
            await RefuseAsync(StatusCodes.Status400BadRequest, "BadRequest");
            return;
        }

        // Graph doesn't guarantee the order of responses.
        var answers = requests.ConvertAll(Answer);
        answers.Reverse();
        await ReplyAsync(StatusCodes.Status200OK, new
        {
            responses = answers.Select(answer => new
            {
                id = answer.Id,
                status = answer.Status,
                headers = answer.RetryAfter is { } seconds
                    ? new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["retry-after"] = seconds.ToString(
                        CultureInfo.InvariantCulture)
                    }
                    : new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/json" },
                body = answer.Body,
            }),
        });
    }

    private Answered Answer(JsonElement request)
    {
        var (id, url) = (IdOf(request), request.GetProperty("url").GetString()!);
        var answer = (request.GetProperty("method").GetString(), url.Split('/')) switch
        {
            ("GET", ["", "users", var user, "mailboxSettings", "workingHours"]) => OfHours(id, user),
            _ => Refused(id, StatusCodes.Status400BadRequest, "BadRequest"),
        };
        standIn.Note(TeamsOperation.WorkingHours, url, answer.Status);
        return answer;
    }

    /// <summary>https://learn.microsoft.com/graph/api/user-get-mailboxsettings</summary>
    private Answered OfHours(string id, string user)
    {
        if (standIn.TakeFault(TeamsOperation.WorkingHours) is { } fault) return Refused(id, fault.Status, fault.Code, fault.RetryAfter);
        if (!Guid.TryParse(user, out _) || standIn.Tenant.FindUser(user) is not { } known)
            return Refused(id, StatusCodes.Status404NotFound, "ErrorInvalidUser");
        if (known.WorkingHours is not { } hours) return Refused(id, StatusCodes.Status404NotFound, "MailboxNotEnabledForRESTAPI");
        if (!standIn.MayReadMailboxSettings || known.HasClosedMailbox)
            return Refused(id, StatusCodes.Status403Forbidden, "ErrorAccessDenied");
        return new Answered(id, StatusCodes.Status200OK, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@odata.context"] = $"{Audience}/v1.0/$metadata#users('{user}')/mailboxSettings/workingHours",
            ["daysOfWeek"] = new[] { "monday", "tuesday", "wednesday", "thursday", "friday" },
            ["startTime"] = $"{hours.Start}:00.0000000",
            ["endTime"] = $"{hours.End}:00.0000000",
            ["timeZone"] = hours.TimeZone == TeamsWorkingHours.Custom ? CustomTimeZone() : new { name = hours.TimeZone },
        });
    }

    /// <summary>https://learn.microsoft.com/graph/api/resources/customtimezone</summary>
    private static Dictionary<string, object> CustomTimeZone() => new(StringComparer.Ordinal)
    {
        ["@odata.type"] = "#microsoft.graph.customTimeZone",
        ["bias"] = -200,
        ["name"] = TeamsWorkingHours.Custom,
        ["standardOffset"] = new { time = "02:00:00.0000000", dayOccurrence = 4, dayOfWeek = "sunday", month = 5, year = 0 },
        ["daylightOffset"] = new
        {
            daylightBias = -100,
            time = "02:00:00.0000000",
            dayOccurrence = 2,
            dayOfWeek = "sunday",
            month = 10,
            year = 0
        },
    };

    private static string IdOf(JsonElement request) => request.GetProperty("id").GetString()!;

    private static Answered Refused(string id, int status, string code, int? retryAfter = null) => new(id, status, Error(code), retryAfter);

    private static object Error(string code) => new { error = new { code, message = "The stand-in says no." } };

    private Task RefuseAsync(int status, string code, int? retryAfter = null)
    {
        if (retryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ReplyAsync(status, Error(code));
    }

    private async Task ReplyAsync(int status, object body)
    {
        context.Response.StatusCode = status;
        standIn.Note(TeamsOperation.Batch, context.Request.Path.Value!, status);
        await context.Response.WriteAsJsonAsync(body);
    }
}
