using System.Collections.Immutable;
using System.Net;
using System.Text.Json;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>Several requests in one call: https://learn.microsoft.com/graph/json-batching#creating-a-batch-request</summary>
public sealed record BatchRequest(ImmutableArray<BatchRequest.Step> Requests)
{
    /// <summary>A request in a batch.</summary>
    /// <param name="Id">Identifies the response.</param>
    /// <param name="Method">The HTTP method.</param>
    /// <param name="Url">The path after the version, such as <c>/users</c>.</param>
    public sealed record Step(string Id, string Method, string Url);
}

/// <summary>
/// The responses to a <see cref="BatchRequest"/>, in any order:
/// https://learn.microsoft.com/graph/json-batching#processing-the-json-batch-response
/// </summary>
public sealed record BatchResponse(ImmutableArray<BatchResponse.Answer>? Responses)
{
    /// <summary>A response in a batch.</summary>
    public sealed record Answer
    {
        /// <summary>The id of the request.</summary>
        public required string Id { get; init; }

        public HttpStatusCode Status { get; init; }

        public ImmutableDictionary<string, string>? Headers { get; init; }

        /// <summary>The requested resource, or an error.</summary>
        public JsonElement Body { get; init; }
    }
}

/// <summary>The used properties of the workingHours resource: https://learn.microsoft.com/graph/api/resources/workinghours</summary>
/// <param name="StartTime">The start, such as <c>08:00:00.0000000</c>.</param>
/// <param name="EndTime">The end, in the same format.</param>
/// <param name="TimeZone">The time zone of both times.</param>
public sealed record GraphWorkingHours(string? StartTime, string? EndTime, GraphWorkingHours.TimeZoneBase? TimeZone)
{
    /// <summary>https://learn.microsoft.com/graph/api/resources/timezonebase</summary>
    /// <param name="Name">A Windows or IANA name; "Customized Time Zone" for a customTimeZone.</param>
    public sealed record TimeZoneBase(string? Name);
}
