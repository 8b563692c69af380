using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>Several requests in one: https://learn.microsoft.com/graph/json-batching#creating-a-batch-request</summary>
public sealed record BatchRequest(ImmutableArray<BatchRequest.Step> Requests)
{
    /// <summary>One of them.</summary>
    /// <param name="Id">Comes back with its answer.</param>
    /// <param name="Method">GET and the like.</param>
    /// <param name="Url">From the version on: <c>/users</c>.</param>
    public sealed record Step(string Id, string Method, string Url);
}

/// <summary>
/// The answers to a <see cref="BatchRequest"/>, in any order:
/// https://learn.microsoft.com/graph/json-batching#processing-the-json-batch-response
/// </summary>
public sealed record BatchResponse(ImmutableArray<BatchResponse.Answer>? Responses)
{
    /// <summary>One of them.</summary>
    public sealed record Answer
    {
        /// <summary>Of the request.</summary>
        public required string Id { get; init; }

        public HttpStatusCode Status { get; init; }

        public ImmutableDictionary<string, string>? Headers { get; init; }

        /// <summary>What was asked for, or an error.</summary>
        public JsonElement Body { get; init; }
    }
}

/// <summary>Of the resource workingHours, what is of use here: https://learn.microsoft.com/graph/api/resources/workinghours</summary>
/// <param name="StartTime"><c>08:00:00.0000000</c>.</param>
/// <param name="EndTime">The same.</param>
/// <param name="TimeZone">Where the clock is from which the two are read.</param>
public sealed record GraphWorkingHours(string? StartTime, string? EndTime, GraphWorkingHours.TimeZoneBase? TimeZone)
{
    /// <summary>https://learn.microsoft.com/graph/api/resources/timezonebase</summary>
    /// <param name="Name">Windows' name or IANA's; "Customized Time Zone" for a customTimeZone.</param>
    public sealed record TimeZoneBase(string? Name);
}
