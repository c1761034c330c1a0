using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>One kept-alive connection that sends a request, waits for its answer, and sends the next: the least a client can do.</summary>
internal sealed class SlackConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[4096];

    public SlackConnection(Uri target) => socket.Connect(IPAddress.Loopback, target.Port);

    /// <summary>Sends one request and says how long its 200 took, in <see cref="Stopwatch"/> ticks.</summary>
    /// <exception cref="InvalidDataException">The answer was not an empty 200.</exception>
    public long Send(byte[] request)
    {
        var began = Stopwatch.GetTimestamp();
        socket.Send(request);
        var length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var received = socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            if (received == 0)
                throw new InvalidDataException("The connection was closed before the answer.");
            length += received;
        }
        var took = Stopwatch.GetTimestamp() - began;
        var answer = buffer.AsSpan(0, length);
        return answer.StartsWith("HTTP/1.1 200 "u8) && answer.IndexOf("Content-Length: 0\r\n"u8) > 0
            ? took
            : throw new InvalidDataException($"Not an empty 200: {Encoding.ASCII.GetString(answer)}");
    }

    public void Dispose() => socket.Dispose();
}
